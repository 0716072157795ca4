import type { screenings } from '#contract/screenings'
import { AppError } from '#contract/errors'
import type { Handlers } from '#core/context'

const notYet = (): never => {
  throw new AppError('internal')
}
export const screeningsHandlers: Handlers<typeof screenings> = {
  list: notYet,
  get: notYet,
  create: notYet,
  update: notYet,
  refresh: notYet,
  close: notYet,
  entries: notYet,
  setEntry: notYet,
  recordSeen: notYet,
  inspectFile: notYet,
  preview: notYet,
  startImport: notYet,
  proceed: notYet,
  deal: notYet,
  book: notYet,
  summary: notYet,
  exportFile: notYet,
  forget: notYet,
}
