import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Contract } from '#contract/all'
import type { AppError } from '#contract/errors'
import { toAppError } from '#lib/client'

type Written<I> = Omit<I, 'requestId'>
type Options<I, O> = {
  onSuccess?: (output: O, input: Written<I>) => void
  onError?: (error: AppError) => void
  /** First words of the query keys that are out of date afterwards; every feature's keys begin with its name. */
  invalidates?: readonly (keyof Contract)[]
}
type Intention<O> = { key: string; requestId: string; running: Promise<O> | undefined }

/**
 * A call that changes something. The same input keeps its requestId until it has succeeded, so a double click or a
 * second try after a lost answer makes one row.
 */
export const useWrite = <I extends { requestId: string }, O>(
  call: (input: I) => PromiseLike<O>,
  { onSuccess, onError, invalidates = [] }: Options<I, O> = {},
) => {
  const queries = useQueryClient()
  const intention = useRef<Intention<O> | undefined>(undefined)
  const mutation = useMutation<O, AppError, I>({
    mutationFn: async (input) => {
      try {
        return await call(input)
      } catch (error) {
        throw toAppError(error)
      }
    },
    onSuccess: async (output, input) => {
      intention.current = undefined
      onSuccess?.(output, input)
      await Promise.all(invalidates.map((feature) => queries.invalidateQueries({ queryKey: [feature] })))
    },
    onError: (error) => onError?.(error),
  })

  /** Rejects with AppError; `write` is the same for event handlers that look at `error`. */
  const writeAsync = (input: Written<I>): Promise<O> => {
    const key = JSON.stringify(input)
    const current = intention.current
    if (current?.key === key && current.running) return current.running
    const next: Intention<O> =
      current?.key === key ? current : { key, requestId: crypto.randomUUID(), running: undefined }
    intention.current = next
    next.running = mutation
      .mutateAsync({ ...input, requestId: next.requestId } as I)
      .finally(() => (next.running = undefined))
    return next.running
  }
  const write = (input: Written<I>): void => void writeAsync(input).catch(() => undefined)

  return { write, writeAsync, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset }
}
