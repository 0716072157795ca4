import { expect, it } from 'vitest'
import { brokenCarrier } from './broken.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import { GUARDS } from './guards.ts'
import {
  askWithoutRight,
  askWithWrongHeaders,
  canBeNobody,
  raceForLaunch,
  startAttacked,
  useLaunchAgain,
} from './loopback-attackers.ts'

/** Attacks on the loopback host that go over the wire (security.md §4.4); behind it a host that says yes to everything. */

it('H1: no, an old or a foreign token opens no route by any method', { timeout: patience(240_000) }, async () => {
  const { tried, got } = await askWithoutRight(await startAttacked())
  report('H1', { bad: got.length, of: tried, what: 'requests without a right were answered' })
  expect(got).toEqual([])
})

it.each(['token', 'lockEndsSession'] as const)(
  'H1 would be seen: the %s guard is gone',
  { timeout: 120_000 },
  async (guard) => {
    const broken = await brokenCarrier(GUARDS[guard])
    expect((await askWithoutRight(await startAttacked(broken), 13)).got.length).toBeGreaterThan(0)
  },
)

it(
  'H2: with the right token and anything else wrong, nothing is answered',
  { timeout: patience(240_000) },
  async () => {
    const { tried, got } = await askWithWrongHeaders(await startAttacked(), seeded(), tier(5_000, 100_000))
    report('H2', { bad: got.length, of: tried, what: 'requests with wrong headers were answered' })
    expect(got).toEqual([])
  },
)

it.each(['host', 'origin', 'site', 'mode', 'contentType'] as const)(
  'H2 would be seen: the %s guard is gone',
  { timeout: 120_000 },
  async (guard) => {
    const broken = await brokenCarrier(GUARDS[guard])
    expect((await askWithWrongHeaders(await startAttacked(broken), seeded(), 300)).got.length).toBeGreaterThan(0)
  },
)

it.runIf(canBeNobody())(
  'H4: another account races for the launch, and never wins',
  { timeout: patience(240_000) },
  async () => {
    const { tried, got } = await raceForLaunch(rounds(60, 1_000))
    report('H4', { bad: got.length, of: tried, what: 'races for the launch were won by another account' })
    expect(got).toEqual([])
  },
)

it.runIf(canBeNobody())('H4 would be seen: the owner of a line is not asked for', { timeout: 120_000 }, async () => {
  const broken = await brokenCarrier(GUARDS.owner)
  expect((await raceForLaunch(rounds(5, 5), broken)).got.length).toBeGreaterThan(0)
})

it(
  'H4: the launch address used once more lets nobody in and ends the launch',
  { timeout: patience(60_000) },
  async () => {
    const { tried, got } = await useLaunchAgain(rounds(60, 1_000))
    report('H4', { bad: got.length, of: tried, what: 'launch addresses that were used once more let somebody in' })
    expect(got).toEqual([])
  },
)

it('H4 would be seen: the launch address works twice', { timeout: 60_000 }, async () => {
  expect((await useLaunchAgain(rounds(1, 1), await brokenCarrier(GUARDS.singleUse))).got).toHaveLength(1)
})
