import { describe, expect, it } from 'vitest'
import { DEFAULT_BOOKING_RULES } from '#core/defaults'
import { testContext, type TestContext } from '#tests/context'

const DAYS = { from: '2026-11-23', to: '2026-11-29' }
/** The setting as a program of before had written it. */
function hadWritten(t: TestContext, key: string, value: unknown): void {
  t.room.connection.vault.db
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value))
}

describe('a vault whose settings were written before a field was added', () => {
  it.each(Object.keys(DEFAULT_BOOKING_RULES) as (keyof typeof DEFAULT_BOOKING_RULES)[])(
    'opens with the default for the booking rule it lacks: %s',
    async (lacking) => {
      const t = testContext()
      const { [lacking]: _not, ...written } = { ...DEFAULT_BOOKING_RULES, maxMinutes: 40, apartMinutes: 90 }
      hadWritten(t, 'bookingRules', written)
      const { rules } = await t.client.hours.get(DAYS)
      expect(rules).toEqual({ ...DEFAULT_BOOKING_RULES, ...written })
    },
  )
  it.each([
    ['contactRules', 'contacts', 'letterDays'],
    ['caseRules', 'cases', 'earlyMonths'],
    ['planRules', 'plans', 'reviewDays'],
    ['acceptanceRules', 'acceptances', 'shownAlone'],
    ['stageRules', 'stages', 'repeatWeeks'],
    ['conferenceRules', 'conferences', 'briefingDays'],
  ] as const)('so do the other rules of the school: %s', async (key, feature, lacking) => {
    const t = testContext()
    const read = (): Promise<unknown> => t.client[feature].rules({})
    const whole = (await read()) as Record<string, unknown>
    hadWritten(t, key, Object.fromEntries(Object.entries(whole).filter(([field]) => field !== lacking)))
    expect(await read()).toEqual(whole)
  })
  it('opening hours of before are read as they were, and what a later program knows beyond is left out', async () => {
    const t = testContext()
    hadWritten(t, 'openingHours', [{ weekday: 1, from: '08:00', to: '12:00', room: '团体活动室' }])
    expect((await t.client.hours.get(DAYS)).weekly).toEqual([{ weekday: 1, from: '08:00', to: '12:00' }])
  })
  it('a spoilt one is a fault, not a default', async () => {
    const t = testContext()
    hadWritten(t, 'openingHours', [{ from: '08:00', to: '12:00' }])
    await expect(t.client.hours.get(DAYS)).rejects.toMatchObject({ code: 'internal' })
    hadWritten(t, 'openingHours', [])
    hadWritten(t, 'bookingRules', { ...DEFAULT_BOOKING_RULES, maxMinutes: 'lang' })
    await expect(t.client.hours.get(DAYS)).rejects.toMatchObject({ code: 'internal' })
  })
})
