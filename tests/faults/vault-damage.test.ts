import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGE } from '#db/vault/pages'
import { patience, report, rounds, seeded } from './figures.ts'
import type { Random } from './random.ts'
import {
  asTheProgramDoes,
  change,
  digestsOf,
  FILES,
  type Opening,
  outcomeOf,
  victim,
  withoutPageCheck,
} from './victim.ts'

type Damage = (bytes: Buffer, random: Random) => Buffer
const somewhere = (bytes: Buffer, random: Random): number => random.below(bytes.length)
const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray(page * PAGE, (page + 1) * PAGE)
const zeroed =
  (size: number): Damage =>
  (bytes, random) => {
    const at = Math.floor(somewhere(bytes, random) / size) * size
    return bytes.fill(0, at, at + size)
  }

const DAMAGES: Record<string, Damage> = {
  bit(bytes, random) {
    const at = somewhere(bytes, random)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    return bytes
  },
  byte(bytes, random) {
    const at = somewhere(bytes, random)
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255))
    return bytes
  },
  header(bytes, random) {
    const at = random.below(100)
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255))
    return bytes
  },
  'half a kilobyte of zeros': zeroed(512),
  'a page of zeros': zeroed(PAGE),
  'random bytes over a page'(bytes, random) {
    random.bytes(PAGE).copy(pageOf(bytes, random.below(bytes.length / PAGE)))
    return bytes
  },
  'two pages exchanged'(bytes, random) {
    const [a, b] = [random.below(bytes.length / PAGE), random.below(bytes.length / PAGE)]
    const first = Buffer.from(pageOf(bytes, a))
    pageOf(bytes, b).copy(pageOf(bytes, a))
    first.copy(pageOf(bytes, b))
    return bytes
  },
  'a page over another'(bytes, random) {
    pageOf(bytes, random.below(bytes.length / PAGE)).copy(pageOf(bytes, random.below(bytes.length / PAGE)))
    return bytes
  },
  'the end cut off': (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  'whole pages cut off': (bytes, random) => bytes.subarray(0, PAGE * random.below(bytes.length / PAGE)),
  'bytes added': (bytes, random) => Buffer.concat([bytes, random.bytes(1 + random.below(2 * PAGE))]),
  'a page added': (bytes, random) => Buffer.concat([bytes, pageOf(bytes, random.below(bytes.length / PAGE))]),
}

/** Damages one whole vault in every way; gives what was shown as good or gave other text than was kept. */
function missed(opening: Opening, quick: number, long: number): { tried: number; missed: string[] } {
  const random = seeded()
  const v = victim()
  const connection = v.open()
  for (let i = 0; i < 30; i++) change(connection, i)
  const expected = digestsOf(connection.vault)
  connection.vault.close()
  v.keep('whole')
  const whole = v.kept('whole', FILES.vault)
  expect(outcomeOf(v, opening, expected)).toEqual({ said: 'good', kind: '', wrong: false })
  const names = Object.keys(DAMAGES)
  const found: string[] = []
  let tried = 0
  for (const round of rounds(quick, long)) {
    const name = names[round % names.length] ?? ''
    const damaged = DAMAGES[name]?.(Buffer.from(whole), random) ?? whole
    if (damaged.equals(whole)) continue
    v.putBack('whole')
    writeFileSync(v.file, damaged)
    tried++
    const outcome = outcomeOf(v, opening, expected)
    if (outcome.said === 'good' || outcome.wrong) found.push(name)
    if (outcome.said === 'alarm') expect(readFileSync(v.file).equals(damaged)).toBe(true)
  }
  return { tried, missed: found }
}

test(
  'a vault file damaged in any way is never shown as good and never gives other text',
  { timeout: patience(120_000) },
  () => {
    const { tried, missed: bad } = missed(asTheProgramDoes, 220, 103_000)
    report('D3', {
      bad: bad.length,
      of: tried,
      what: 'damages to the vault file were shown as good, or read as other text',
    })
    expect(bad).toEqual([])
    expect(tried).toBeGreaterThan(190)
  },
)

test('the test of damage sees what goes unnoticed without the page check', { timeout: 60_000 }, () => {
  expect(missed(withoutPageCheck, 60, 60).missed.length).toBeGreaterThan(0)
})
