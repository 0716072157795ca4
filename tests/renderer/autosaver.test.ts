import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors'
import { createAutosaver } from '#lib/autosaver'
import type { SavingState } from '#lib/autosaver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A vault that keeps what it is given, or refuses with the errors that lie ready. */
const desk = () => {
  const kept: string[] = []
  const refusals: AppError[] = []
  const shown: SavingState[] = []
  const saver = createAutosaver<string>(
    async (text) => {
      const refusal = refusals.shift()
      if (refusal) throw refusal
      kept.push(text)
    },
    (state) => shown.push(state),
  )
  return { kept, refusals, shown, saver }
}

describe('autosave', () => {
  it('saves within half a second after the last key', async () => {
    const { saver, kept } = desk()
    saver.keep('a')
    await vi.advanceTimersByTimeAsync(500)
    expect(kept).toEqual(['a'])
  })

  it('while someone types on, no text waits longer than 800 ms', async () => {
    const { saver, kept } = desk()
    for (let key = 1; key <= 40; key++) {
      saver.keep('x'.repeat(key))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(kept.length).toBeGreaterThanOrEqual(5)
    expect(40 - (kept.at(-1)?.length ?? 0)).toBeLessThanOrEqual(8)
  })

  it('goes on trying while the disk is full, and then saves the newest text', async () => {
    const { saver, kept, refusals, shown } = desk()
    refusals.push(new AppError('storage'), new AppError('storage'))
    saver.keep('first')
    await vi.advanceTimersByTimeAsync(500)
    expect(shown.at(-1)?.failure?.code).toBe('storage')
    saver.keep('first and second')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept).toEqual(['first and second'])
    expect(shown.at(-1)).toEqual({ isSaving: false, failure: null })
  })

  it('stops at a conflict and keeps the text until a person has looked', async () => {
    const { saver, kept, refusals } = desk()
    refusals.push(new AppError('conflict', { reason: 'moved-on' }))
    saver.keep('mine')
    await vi.advanceTimersByTimeAsync(10_000)
    saver.keep('mine, typed on')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept).toEqual([])
    saver.resume('settled')
    await vi.advanceTimersByTimeAsync(10)
    expect(kept).toEqual(['settled'])
  })

  it('a flush before the lock waits until everything is in the vault', async () => {
    const { saver, kept } = desk()
    saver.keep('a')
    const flushed = saver.flush()
    saver.keep('ab')
    await flushed
    expect(kept.at(-1)).toBe('ab')
  })

  it('leaves a refused text alone until it has changed', async () => {
    const { saver, kept, refusals } = desk()
    refusals.push(new AppError('invalid', { field: 'body.state' }))
    saver.keep('too long')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept).toEqual([])
    saver.keep('short')
    await vi.advanceTimersByTimeAsync(500)
    expect(kept).toEqual(['short'])
  })

  it('thrown away, text stays away, even when the save on its way fails', async () => {
    let refuse: (error: AppError) => void = () => undefined
    const sent: string[] = []
    const saver = createAutosaver<string>(
      (text) => {
        sent.push(text)
        return new Promise((_resolve, reject) => (refuse = reject))
      },
      () => undefined,
    )
    saver.keep('never mind')
    await vi.advanceTimersByTimeAsync(500)
    let isOver = false
    const dropped = saver.drop().then(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(100)
    expect(isOver).toBe(false)
    refuse(new AppError('storage'))
    await dropped
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual(['never mind'])
  })

  it('saves one at a time', async () => {
    let running = 0
    let most = 0
    const saver = createAutosaver<string>(
      async () => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 1000))
        running--
      },
      () => undefined,
    )
    for (let key = 0; key < 30; key++) {
      saver.keep(String(key))
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(most).toBe(1)
  })
})
