import type { instruments } from '#contract/instruments'
import { AppError } from '#contract/errors'
import type { Handlers } from '#core/context'

const notYet = (): never => {
  throw new AppError('internal')
}
export const instrumentsHandlers: Handlers<typeof instruments> = {
  list: notYet,
  get: notYet,
  checkFile: notYet,
  add: notYet,
  saveThresholds: notYet,
  retire: notYet,
  recordCompetence: notYet,
  withdrawCompetence: notYet,
  competences: notYet,
  uses: notYet,
}
