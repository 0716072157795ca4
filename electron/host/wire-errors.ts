import { ORPCError } from '@orpc/server'
import type { AppError, ErrorCode } from '#contract/errors'

const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  locked: 423,
  storage: 507,
  internal: 500,
}

/** An AppError as the carriers take it over: same code, same data, no message. */
export const toWireError = (error: AppError): ORPCError<ErrorCode, AppError['data']> =>
  new ORPCError(error.code, { status: STATUS[error.code], message: error.code, data: error.data })
