import type { ServerResponse } from 'node:http'

/** Milliseconds. */
export type PresenceTimes = {
  beat: number
  /** Silence after which a window counts as hung: three missed beats. */
  hung: number
  /** After the window is gone: time for a reload to ask for the page again, and then to come back whole. */
  left: number
  reload: number
}
export const PRESENCE_TIMES: PresenceTimes = { beat: 10_000, hung: 30_000, left: 1_700, reload: 30_000 }

type Options = { times: PresenceTimes; onGone: (why: 'hung' | 'left') => void; onSlept: () => void }
export type Presence = ReturnType<typeof watchPresence>

/**
 * Knows whether the one window is there. The window keeps one answer open; its end is noticed at once. Through it goes a
 * line every ten seconds that the window must answer, so a hung window is noticed too. Timers in hidden windows are
 * slowed down by browsers, answers to arriving lines are not.
 */
export const watchPresence = ({ times, onGone, onSlept }: Options) => {
  let line: ServerResponse | undefined
  let lastSign = 0
  let goneBy: number | undefined
  let leftAt = 0
  let pageAskedAt = 0
  let lastBeat = 0
  let lastTick = Date.now()

  const tick = () => {
    const now = Date.now()
    const isAwake = now - lastTick < times.hung
    lastTick = now
    if (!isAwake) {
      lastSign = now
      if (goneBy !== undefined) goneBy = now + times.reload
      onSlept()
    }
    if (line && now - lastSign > times.hung) return stop('hung')
    if (!line && goneBy !== undefined && now > goneBy) return stop('left')
    if (line && now - lastBeat >= times.beat) {
      lastBeat = now
      line.write('{}\n')
    }
  }
  const timer = setInterval(tick, Math.min(250, times.left / 2))
  const stop = (why: 'hung' | 'left') => {
    clearInterval(timer)
    onGone(why)
  }

  return {
    /** The window's open answer. A newer one takes the place of the former. */
    hold(response: ServerResponse, first: string) {
      const before = line
      line = response
      goneBy = undefined
      lastSign = Date.now()
      lastBeat = lastSign
      before?.end()
      response.write(first)
      response.once('close', () => {
        if (line !== response) return
        line = undefined
        leftAt = Date.now()
        // A browser asks for the page again before it lets go of the old one.
        goneBy = leftAt + (leftAt - pageAskedAt < times.left ? times.reload : times.left)
      })
    },
    tell: (text: string) => void line?.write(text),
    sign: () => {
      lastSign = Date.now()
    },
    /** A window has been promised: it has the time of a reload to open its answer. */
    expect: () => {
      if (!line) goneBy = Date.now() + times.reload
    },
    /** The page was asked for again: a reload, perhaps. Never puts off the end for longer than one. */
    pageAsked: () => {
      pageAskedAt = Date.now()
      if (goneBy !== undefined && leftAt > 0) goneBy = leftAt + times.reload
    },
    stop: () => {
      clearInterval(timer)
      line?.end()
    },
  }
}
