import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { whyNot } from '#tests/booking'
import { testContext } from '#tests/context'
import { giving } from '#tests/giving'
import { walkIn } from '#tests/records'

const DAY = '2026-11-21'
const log = (userId: string) => ({ form: 'daily-log' as const, subjectId: `${DAY}|${userId}` })

describe('the daily log on paper', () => {
  it('says what was done and what was remarked, by the number of the case and without a name', async () => {
    const t = testContext()
    const studentId = await giving(t).student('李若溪')
    await t.client.visits.register({
      id: randomUUID(),
      studentId,
      fields: walkIn(t.me.id, { endedAt: `${DAY}T08:40`, request: '睡不好' }),
    })
    await t.client.letters.recordOpening({ day: DAY, count: 0 })
    await t.client.days.close({ day: DAY, remarks: '明天早会' })
    const model = await t.client.prints.preview(log(t.me.id))
    expect(model.dayLog).toMatchObject({
      day: DAY,
      userName: t.me.name,
      remarks: '明天早会',
      summary: { visits: [{ minutes: 40, state: 'ended', written: 'none' }], lettersReceived: 0 },
    })
    expect(model.student).toBeNull()
    expect(JSON.stringify(model)).not.toMatch(/李若溪|睡不好/u)
  })
  it('its printing is recorded and is about nobody', async () => {
    const t = testContext()
    await t.client.days.close({ day: DAY, remarks: '' })
    await t.client.prints.record({ ...log(t.me.id), pages: 1 })
    const [row] = await t.client.audit.list({ before: null, limit: 1, filter: { events: ['print.printed'] } })
    expect(row).toMatchObject({ subjectId: log(t.me.id).subjectId, studentId: null })
  })
  it('of a colleague it lies before the director alone', async () => {
    const t = testContext()
    await t.client.days.close({ day: DAY, remarks: '' })
    expect(await whyNot(t.colleague(['counselor']).client.prints.preview(log(t.me.id)))).toBe('forbidden not-yours')
    const { dayLog } = await t.colleague(['director']).client.prints.preview(log(t.me.id))
    expect(dayLog?.userName).toBe(t.me.name)
  })
  it('a day that was not closed has no paper, and a subject that names no day is refused', async () => {
    const t = testContext()
    expect(await whyNot(t.client.prints.preview(log(t.me.id)))).toMatch(/^not-found/u)
    for (const subjectId of [DAY, `${DAY}|${t.me.id}|x`, `soon|${t.me.id}`])
      expect(await whyNot(t.client.prints.preview({ form: 'daily-log', subjectId }))).toBe('invalid day')
  })
})
