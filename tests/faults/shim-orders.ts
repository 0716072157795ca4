import { constants } from 'node:os'
import { writeSync } from 'node:fs'

/** What a process that runs under the shim (`build/faults/shim.c`) tells it. Changes are counted from the order on. */
const order = (line: string): void => void writeSync(1, `${line}\n`)

/** Promised to the user from here on. Under 200 bytes. */
export const ack = (text: string | number): void => order(`ACK ${text}`)

export type Fault = 'ENOSPC' | 'EIO' | 'EROFS' | 'short'
export const FAULTS: readonly Fault[] = ['ENOSPC', 'EIO', 'short']

/** The `k`-th change from now fails, and every one after it when it is `forever`. A short write that stays means a full disk. */
export function failAt(k: number, fault: Fault, forever: boolean): void {
  if (fault === 'short') order(`SHORT ${k} ${forever ? 0 : 1}`)
  else order(`FAIL ${k} ${constants.errno[fault]} ${forever ? 0 : 1}`)
}

/** The process is killed in place of the `k`-th change from now. */
export const killAt = (k: number): void => order(`KILL ${k}`)

/** From now on the medium holds so many bytes, takes more, and keeps nothing of it: a stick of a false size. */
export const fakeAfter = (bytes: number): void => order(`FAKE ${bytes}`)

/** Nothing fails any more; the log notes how many changes there were since the order. */
export const heal = (): void => order('HEAL')

/**
 * Goes on in a copy of the process, which is true there; false comes back here when the copy has ended. Without any thread
 * but the first (`SINGLE_THREADED`) and before anything is open.
 */
export function inACopy(): boolean {
  order('FORK')
  return process.env['QUIETROOM_SHIM_COPY'] !== undefined
}
export const SINGLE_THREADED = ['--single-threaded', '--v8-pool-size=0']
