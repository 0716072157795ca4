import type { AppError, ErrorCode } from '#contract/errors'
import { toAppError } from '#lib/client'

/** Saved this long after the last key, … */
const PAUSE_MS = 400
/** … and at least this often while someone types on. */
const LONGEST_MS = 750
const RETRY_MS = 2000
/** Trying again cannot help: a person has to look. */
const FINAL: readonly ErrorCode[] = ['conflict', 'locked', 'forbidden', 'not-found']

export type SavingState = { isSaving: boolean; failure: AppError | null }

/**
 * Puts what is typed into the vault by itself: one save at a time, the newest text last, and again after a failure for
 * as long as that can help.
 */
export const createAutosaver = <T>(save: (value: T) => Promise<void>, show: (state: SavingState) => void) => {
  let waiting: { value: T; since: number } | null = null
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let failure: AppError | null = null
  /** How often everything was thrown away; what was sent before that does not come back. */
  let drops = 0

  const isUnsaved = () => running !== null || waiting !== null

  const runOnce = async (): Promise<void> => {
    const taken = waiting
    if (!taken) return
    const dropsBefore = drops
    waiting = null
    show({ isSaving: true, failure })
    try {
      await save(taken.value)
      failure = null
      show({ isSaving: waiting !== null, failure })
    } catch (error) {
      if (drops !== dropsBefore) return
      failure = toAppError(error)
      waiting ??= taken
      isStopped = FINAL.includes(failure.code)
      show({ isSaving: false, failure })
      throw failure
    }
  }

  /** Resolves when everything typed is in the vault; rejects with AppError when it could not be put there. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    while (isUnsaved()) {
      running ??= runOnce().finally(() => (running = null))
      await running
    }
  }

  const schedule = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      flush().catch(() => {
        // A text that is refused is tried again when it has changed.
        if (!isStopped && failure?.code !== 'invalid') schedule(RETRY_MS)
      })
    }, delay)
  }

  return {
    flush,
    keep(value: T): void {
      const since = waiting?.since ?? Date.now()
      waiting = { value, since }
      if (!isStopped) schedule(Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - Date.now())))
    },
    /** A person has looked: goes on saving, from this value. */
    resume(value: T): void {
      isStopped = false
      failure = null
      waiting = { value, since: Date.now() }
      show({ isSaving: false, failure })
      schedule(0)
    },
    /** Nothing of this is to be saved any more. Resolves when no save is on its way. */
    async drop(): Promise<void> {
      clearTimeout(timer)
      drops++
      waiting = null
      failure = null
      show({ isSaving: false, failure })
      await running
    },
    /** The screen goes: what is still waiting is put away at once. */
    leave(): void {
      clearTimeout(timer)
      if (!isStopped) flush().catch(() => undefined)
    },
  }
}
export type Autosaver<T> = ReturnType<typeof createAutosaver<T>>
