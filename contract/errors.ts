/** The closed list of failures. Callers decide by code, never by text. */
export const ERROR_CODES = ['invalid', 'not-found', 'forbidden', 'conflict', 'locked', 'storage', 'internal'] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * What may cross the wall about a failure. Never a name, a note or an input value.
 * - `field`: path of the input that is wrong, e.g. `body.analysis`
 * - `reason`: a fixed word from the code, e.g. `wrong-student`, `not-empty`
 * - `retryAfterMs`: how long to wait before the next try
 * - `reference`: what to look for in the log (`internal` only)
 */
export type ErrorData = { field?: string; reason?: string; retryAfterMs?: number; reference?: string }

/** The one error of this program: thrown in db and core, carried by the gate, thrown again in the window. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super([code, data.reason, data.field].filter(Boolean).join(' '), options)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}
