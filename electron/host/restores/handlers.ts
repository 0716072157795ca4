import type { restores } from '#contract/restores'
import { AppError } from '#contract/errors'
import type { HostedHandlers } from '#core/context'
import type { House } from '#electron/host/house'
import type { ContextParts } from '#electron/host/write-context'

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const createRestores = (_house: House, _parts: ContextParts): HostedHandlers<typeof restores> => ({
  look: later,
  open: later,
  progress: later,
  apply: later,
  cancel: later,
})
