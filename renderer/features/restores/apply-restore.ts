import { client } from '#lib/client'
import type { StepProps } from './restore-state.ts'

/** The restore itself. What goes wrong leaves the records as they were and is shown on the page that stands by then. */
export const applyRestore = async ({ state, change }: Pick<StepProps, 'state' | 'change'>): Promise<void> => {
  const { opened, accountId, password } = state
  if (!opened) return
  change({ step: 'going', failure: null })
  const own = opened.keepsPasswords ? { accountId: null, newPassword: null } : { accountId, newPassword: password }
  try {
    const { asideFolder } = await client.restores.apply({ token: opened.token, ...own })
    change({ asideFolder, secret: '', password: '', repeated: '', step: 'done' })
  } catch (failure) {
    change({ failure })
  }
}
