import type { accounts } from '#contract/accounts'
import { AppError } from '#contract/errors'
import type { HostedHandlers } from '#core/context'
import type { House } from '#electron/host/house'
import type { ContextParts } from '#electron/host/write-context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const createAccounts = (_house: House, _parts: ContextParts): HostedHandlers<typeof accounts> => ({
  add: later,
  help: later,
  close: later,
  changePassword: later,
  prepareRecovery: later,
  replaceRecovery: later,
})
