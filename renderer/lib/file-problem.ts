import type { AppError } from '#contract/errors'
import { FILE_PROBLEMS } from '#contract/roster-lists'

/** Why a whole file was refused; undefined when something else went wrong. */
export const fileProblemOf = (error: AppError): (typeof FILE_PROBLEMS)[number] | undefined =>
  FILE_PROBLEMS.find((one) => one === error.data.reason)
