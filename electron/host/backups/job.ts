import { setMaxListeners } from 'node:events'
import type { BackupStatus } from '#contract/backups'
import { AppError } from '#contract/errors'
import type { Reading } from './reading.ts'

export type Running = NonNullable<BackupStatus['running']>

/** The one piece of long work that goes on at a time, how far it is, and its end before its time. */
export type Jobs = {
  running(): Running | null
  /** `conflict`/`running`. The work goes on after the answer; what it throws is its own to tell. */
  begin(what: Running['what'], isWanted: () => boolean, work: (job: Job) => Promise<void>): void
  cancel(): void
  /** When nothing goes on any more. */
  quiet(): Promise<void>
}
export type Job = {
  signal: AbortSignal
  /** A new step; gives what its reader reports to. */
  step(step: Running['step'], placeId: string | null, total: number): Reading
}

export function createJobs(log: (error: unknown) => void): Jobs {
  let running: Running | null = null
  let controller = new AbortController()
  let done: Promise<void> = Promise.resolve()
  return {
    running: () => running,
    begin(what, isWanted, work) {
      if (running) throw new AppError('conflict', { reason: 'running' })
      running = { what, placeId: null, step: 'image', done: 0, total: 1 }
      controller = new AbortController()
      const { signal, abort } = { signal: controller.signal, abort: () => controller.abort() }
      setMaxListeners(0, signal)
      const step: Job['step'] = (step, placeId, total) => {
        running = { what, placeId, step, done: 0, total: Math.max(1, total) }
        return {
          signal,
          onChunk(bytes) {
            if (!isWanted()) abort()
            if (running) running = { ...running, done: Math.min(running.total, running.done + bytes) }
          },
        }
      }
      done = work({ signal, step })
        .catch(log)
        .finally(() => (running = null))
    },
    cancel: () => controller.abort(),
    quiet: () => done,
  }
}
