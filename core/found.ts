import { AppError } from '#contract/errors'

/** The value, or `not-found` naming the input field that led nowhere. */
export function found<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new AppError('not-found', { field })
  return value
}
