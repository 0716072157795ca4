import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGE } from '#db/vault/pages'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import type { Random } from './random.ts'
import {
  asTheProgramDoes,
  change,
  digestsOf,
  FILES,
  type Opening,
  outcomeOf,
  type Victim,
  victim,
  withoutAnchor,
} from './victim.ts'

const HEADER = 32
const FRAME = 24 + PAGE
const COMMITS = tier(8, 24)

/** States of one vault as a kill would leave them, each with a journal: the newest, and older ones of this and a former run. */
function killed(): { victim: Victim; expected: Map<string, string> } {
  const v = victim()
  const first = v.open()
  for (let i = 0; i < 6; i++) change(first, i)
  v.keep('former run')
  first.vault.close()
  const second = v.open()
  for (let i = 0; i < COMMITS; i++) {
    v.keep(`after ${i}`)
    change(second, i)
  }
  v.keep('newest')
  const expected = digestsOf(second.vault)
  second.vault.close()
  return { victim: v, expected }
}

type Damage = (journal: Buffer, random: Random, victim: Victim) => Buffer | null
const DAMAGES: Record<string, Damage> = {
  flip(journal, random) {
    const at = random.below(journal.length)
    journal[at] = (journal[at] ?? 0) ^ (1 << random.below(8))
    return journal
  },
  'flip in the header of a frame'(journal, random) {
    const at = HEADER + random.below((journal.length - HEADER) / FRAME) * FRAME + random.below(24)
    journal[at] = (journal[at] ?? 0) ^ (1 + random.below(255))
    return journal
  },
  'flip in the header'(journal, random) {
    const at = random.below(HEADER)
    journal[at] = (journal[at] ?? 0) ^ (1 + random.below(255))
    return journal
  },
  'cut off at a frame'(journal, random) {
    const frames = (journal.length - HEADER) / FRAME
    const end = HEADER + random.below(frames) * FRAME + random.pick([-1, 0, 1])
    return journal.subarray(0, end)
  },
  'cut off by a byte': (journal) => journal.subarray(0, -1),
  'zeros over a frame'(journal, random) {
    const at = HEADER + random.below((journal.length - HEADER) / FRAME) * FRAME
    return journal.fill(0, at, at + FRAME)
  },
  gone: () => null,
  'an older one': (_journal, random, v) => v.kept(`after ${1 + random.below(COMMITS - 1)}`, FILES.journal),
  'one of a former run': (_journal, _random, v) => v.kept('former run', FILES.journal),
}

function unnoticed(opening: Opening, quick: number, long: number): { tried: number; unnoticed: string[] } {
  const random = seeded()
  const { victim: v, expected } = killed()
  v.putBack('newest')
  expect(outcomeOf(v, opening, expected)).toEqual({ said: 'good', kind: '', wrong: false })
  const journal = v.kept('newest', FILES.journal)
  const names = Object.keys(DAMAGES)
  const found: string[] = []
  let tried = 0
  for (const round of rounds(quick, long)) {
    const name = names[round % names.length] ?? ''
    const damaged = DAMAGES[name]?.(Buffer.from(journal), random, v) ?? null
    v.putBack('newest')
    if (damaged) writeFileSync(`${v.file}-wal`, damaged)
    else rmSync(`${v.file}-wal`)
    tried++
    if (outcomeOf(v, opening, expected).said === 'good') found.push(name)
  }
  return { tried, unnoticed: found }
}

test(
  'a journal that is damaged, cut off, gone or of another time is never taken in without an alarm',
  { timeout: patience(120_000) },
  () => {
    const { tried, unnoticed: bad } = unnoticed(asTheProgramDoes, 108, 20_007)
    report('D4', { bad: bad.length, of: tried, what: 'damages to the write-ahead log went without an alarm' })
    expect(bad).toEqual([])
  },
)

test(
  'every cut through the journal at a frame and a byte before and behind it is noticed',
  { timeout: patience(120_000) },
  () => {
    const { victim: v, expected } = killed()
    const { length } = v.kept('newest', FILES.journal)
    for (let end = HEADER; end < length; end += FRAME * tier(5, 1))
      for (const at of [end - 1, end, end + 1]) {
        v.putBack('newest')
        const fd = openSync(`${v.file}-wal`, 'r+')
        ftruncateSync(fd, at)
        closeSync(fd)
        expect([at, outcomeOf(v, asTheProgramDoes, expected).kind]).toEqual([at, 'rolled-back'])
      }
  },
)

test('the test of the journal sees what goes unnoticed without the anchor', { timeout: 60_000 }, () => {
  const { tried, unnoticed: bad } = unnoticed(withoutAnchor, 27, 27)
  expect(bad.length).toBe(tried)
})
