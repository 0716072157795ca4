import type { appointments } from '#contract/appointments'
import { AppError } from '#contract/errors'
import type { Handlers } from '#core/context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const appointmentsHandlers: Handlers<typeof appointments> = {
  list: later,
  check: later,
  freeSlots: later,
  book: later,
  move: later,
  confirm: later,
  cancelFollowing: later,
  toConfirm: later,
  dayToMove: later,
  moveDay: later,
  apartOf: later,
  markApart: later,
  endApart: later,
}
