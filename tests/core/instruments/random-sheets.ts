import type { SecondForm } from './second-scorer.ts'
import type { Sheet } from './second-sheet.ts'

export type Drawn = {
  sheet: Sheet
  /** The answers by item id, as the engine takes them, with the unscored question now and then. */
  answers: Record<string, number>
  age: number | null
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const BLANKS = [0, 0, 0, 0, 0.05, 0.1, 0.2, 0.5, 0.9, 1]

/**
 * Sheets of every kind: filled in at random, all on one option, at every level from the lowest to the highest (so that
 * each band is met), whole and with blanks; interviews both as the form leads them and against it.
 */
export const randomSheets = (form: SecondForm, count: number): Drawn[] => {
  const { items, values, turned, beside, asked } = form
  const random = seeded(items.length * 1000 + values.length)
  const upTo = (below: number): number => Math.floor(random() * below)
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!
  const last = values.length - 1

  const filledIn = (): number[] => {
    const kind = upTo(4)
    if (kind === 0) return items.map(() => oneOf(values))
    const same = oneOf(values)
    if (kind === 1) return items.map(() => same)
    const level = random() * last
    return items.map((_, i) => {
      const place = Math.min(last, Math.max(0, Math.round(level + (random() - 0.5) * 2)))
      return values[turned.includes(i + 1) ? last - place : place]!
    })
  }
  const draw = (): Drawn => {
    const rate = oneOf(BLANKS)
    const blanked = filledIn().map((answer) => (random() < rate ? null : answer))
    const sheet = asked && random() < 0.5 ? asked(blanked) : blanked
    const answers: Record<string, number> = {}
    for (const [i, item] of items.entries()) if (sheet[i] != null) answers[item] = sheet[i]
    if (beside !== undefined && random() < 0.5) answers[beside] = upTo(4)
    return { sheet, answers, age: random() < 0.7 ? null : 10 + upTo(16) }
  }
  return Array.from({ length: count }, draw)
}
