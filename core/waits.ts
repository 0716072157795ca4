import { AppError } from '#contract/errors'
import type { waits } from '#contract/waits'
import type { Handlers } from '#core/context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const waitsHandlers: Handlers<typeof waits> = { list: later, add: later, update: later, leave: later }
