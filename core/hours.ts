import { AppError } from '#contract/errors'
import type { hours } from '#contract/hours'
import type { Handlers } from '#core/context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const hoursHandlers: Handlers<typeof hours> = {
  get: later,
  saveWeekly: later,
  saveRules: later,
  saveClosedDay: later,
  removeClosedDay: later,
  saveShifts: later,
  saveBusy: later,
  removeBusy: later,
  handoverItems: later,
  handovers: later,
  handOver: later,
  takeOver: later,
}
