import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract } from '#contract/all'
import type { AppError } from '#contract/errors'
import { toAppError } from '#lib/client'
import { createIntentions } from '#lib/intentions'

type Written<I> = Omit<I, 'requestId'>
type Options<I, O> = {
  onSuccess?: (output: O, input: Written<I>) => void
  onError?: (error: AppError) => void
  /** First words of the query keys that are out of date afterwards; every feature's keys begin with its name. */
  invalidates?: readonly (keyof Contract)[]
}

/** A call that changes something; adds the requestId of the intention. */
export const useWrite = <I extends { requestId: string }, O>(
  call: (input: I) => PromiseLike<O>,
  { onSuccess, onError, invalidates = [] }: Options<I, O> = {},
) => {
  const queries = useQueryClient()
  const [intend] = useState(() => createIntentions<Written<I>, O>())
  const mutation = useMutation<O, AppError, I>({
    mutationFn: async (input) => {
      try {
        return await call(input)
      } catch (error) {
        throw toAppError(error)
      }
    },
    onSuccess: async (output, input) => {
      onSuccess?.(output, input)
      // A sheet that this closes is off the screen before its record, which may be gone, would be asked for anew.
      await new Promise((gone) => setTimeout(gone))
      await Promise.all(invalidates.map((feature) => queries.invalidateQueries({ queryKey: [feature] })))
    },
    onError: (error) => onError?.(error),
  })

  /** Rejects with AppError; `write` is the same for event handlers that look at `error`. */
  const writeAsync = (input: Written<I>): Promise<O> =>
    intend(input, (whole) => mutation.mutateAsync(whole as unknown as I))
  const write = (input: Written<I>): void => void writeAsync(input).catch(() => undefined)

  return { write, writeAsync, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset }
}
