import { bridge } from '#lib/bridge'
import { client } from '#lib/client'
import { flushAll } from '#lib/flushers'

type Start = Parameters<typeof client.kiosk.start>[0]

/**
 * Hands the screen over to a student: typed text goes into the vault, the vault is closed, and the window starts anew with
 * nothing but the forms. Electron's shell replaces the window by itself. Rejects with AppError and stays when it may not
 * be done (`forbidden`, `conflict` with a reason).
 */
export const enterKiosk = async (input: Start): Promise<void> => {
  await flushAll()
  await client.kiosk.start(input)
  if (!bridge()) window.location.reload()
}
