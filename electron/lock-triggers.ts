import { powerMonitor } from 'electron'

/**
 * The longest idle time a school can set (contract/settings.ts). The page locks earlier, after the school's own minutes;
 * this holds even when the page hangs.
 */
const LONGEST_IDLE_SECONDS = 30 * 60
const LOOK_EVERY_MS = 5_000

export type LockReason = 'suspend' | 'lock-screen' | 'shutdown' | 'user-switch' | 'idle'

/** Calls `lock` when the person leaves the PC. Returns the call that stops watching. */
export const watchLockTriggers = (lock: (reason: LockReason) => void): (() => void) => {
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('lock-screen'))
  powerMonitor.on('shutdown', () => lock('shutdown'))
  powerMonitor.on('user-did-resign-active', () => lock('user-switch'))
  // Linux tells of no locked screen; asking finds it.
  const clock = setInterval(() => {
    const state = powerMonitor.getSystemIdleState(LONGEST_IDLE_SECONDS)
    if (state === 'locked') lock('lock-screen')
    else if (state === 'idle' || powerMonitor.getSystemIdleTime() >= LONGEST_IDLE_SECONDS) lock('idle')
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(clock)
    powerMonitor.removeAllListeners()
  }
}
