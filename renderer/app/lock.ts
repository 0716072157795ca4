import { bridge } from '#lib/bridge'
import { client } from '#lib/client'
import { flushAll } from '#lib/flushers'

const FLUSH_LIMIT_MS = 1500
let isLocking = false

/**
 * Typed text goes into the vault, the vault is closed, and the window starts anew with empty memory. Electron's shell does
 * all of it by itself and asks the `onLock` listeners.
 */
export const lockRoom = async (): Promise<void> => {
  if (isLocking) return
  isLocking = true
  const shell = bridge()
  if (shell) return shell.lock()
  await Promise.race([flushAll(), new Promise((resolve) => setTimeout(resolve, FLUSH_LIMIT_MS))])
  try {
    await client.vault.lock({})
  } finally {
    window.location.reload()
  }
}

/** Leaves the practice vault; the real one stands locked behind it. */
export const leavePractice = async (): Promise<void> => {
  await flushAll()
  try {
    await client.vault.leavePractice({})
  } finally {
    window.location.reload()
  }
}
