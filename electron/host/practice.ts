import { randomUUID } from 'node:crypto'
import type { Language } from '#contract/vault'
import type { Services } from '#core/context'
import { fillPractice } from '#core/practice/term'
import { inOneBatch } from '#db/batch'
import { clockFrom } from './clock.ts'
import { createGate } from './gate.ts'
import { logToStderr } from './log.ts'
import type { OpenRoom } from './room.ts'

/**
 * Fills a practice room through a gate of its own whose clock is set day by day; the calls are those of the app.
 * All of it comes at once or not at all.
 */
export async function fillPracticeRoom(
  room: OpenRoom,
  language: Language,
  services: Services,
  todayMs: number = Date.now(),
): Promise<void> {
  let nowMs = todayMs
  await inOneBatch(room.connection, async () => {
    const gate = createGate({
      state: () => 'unlocked',
      room: () => room,
      lifecycle: null,
      services,
      clock: clockFrom(() => nowMs),
      newId: randomUUID,
      log: logToStderr,
    })
    await fillPractice(
      (path, input) => gate.call(path, input),
      { todayMs, set: (milliseconds) => (nowMs = milliseconds), newId: randomUUID },
      language,
    )
  })
}
