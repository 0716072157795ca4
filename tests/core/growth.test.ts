import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { GrowthFields } from '#contract/growth'
import { testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const newStudent = async () => {
  const t = testContext()
  const { id: studentId } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: '周一鸣' },
    guardians: [],
  })
  const add = async (change: Partial<GrowthFields> = {}) => {
    const id = randomUUID()
    const fields = { onDay: '2026-11-20', kind: 'gain', text: '主动举手发言', isShareable: true, ...change } as const
    await t.client.growth.add({ id, studentId, fields })
    return id
  }
  const entries = async () => (await t.client.growth.listByStudent({ studentId })).entries
  return { t, studentId, add, entries }
}

it('what became better stands in order, between visits', async () => {
  const { t, studentId, add, entries } = await newStudent()
  await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  await add()
  await add({ onDay: '2026-11-21', kind: 'school-result', text: '数学进步十二分' })
  expect((await entries()).map(({ text }) => text)).toEqual(['数学进步十二分', '主动举手发言'])
  expect((await t.client.growth.listByStudent({ studentId })).marks).toMatchObject([{ kind: 'visit', name: '1' }])
  await expect(add({ onDay: '2026-11-22' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
})

it('an entry is put right or goes into the bin', async () => {
  const { t, studentId, add, entries } = await newStudent()
  const id = await add()
  const fields = { onDay: '2026-11-20', kind: 'effort', text: '每天练习呼吸', isShareable: false } as const
  await t.client.growth.change({ growthId: id, studentId, fields })
  expect(await entries()).toMatchObject([{ kind: 'effort', isShareable: false }])
  await t.client.growth.remove({ growthId: id, studentId })
  expect(await entries()).toEqual([])
})

it('only the shareable layer stands on the paper, which knows how much it leaves out', async () => {
  const { t, studentId, add } = await newStudent()
  await add()
  await add({ text: '谈到父亲时流泪', isShareable: false })
  const { growth } = await t.client.prints.preview({ form: 'growth', subjectId: studentId })
  expect(growth).toMatchObject({ entries: [{ text: '主动举手发言' }], leftOut: 1 })
  expect(JSON.stringify(growth)).not.toContain('流泪')
})
