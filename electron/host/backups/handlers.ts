import type { backups } from '#contract/backups'
import { AppError } from '#contract/errors'
import type { HostedHandlers } from '#core/context'
import type { House } from '#electron/host/house'
import type { ContextParts } from '#electron/host/write-context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const createBackups = (_house: House, _parts: ContextParts): HostedHandlers<typeof backups> => ({
  status: later,
  addPlace: later,
  removePlace: later,
  saveSchedule: later,
  preparePassphrase: later,
  setPassphrase: later,
  start: later,
  cancel: later,
  sets: later,
  rehearse: later,
  checkVault: later,
})
