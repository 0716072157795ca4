import { AppError } from '#contract/errors'
import type { privates } from '#contract/privates'
import type { Handlers } from '#core/context'

export const privatesHandlers: Handlers<typeof privates> = {
  list: () => [],
  save() {
    throw new AppError('conflict', { reason: 'not-ready' })
  },
}
