import { expect, test } from 'vitest'
import { alarmsOf, gravestSteps } from '#lib/sheet-alarms'
import { formOf } from './sheet-forms.ts'

const raised = (id: string, answers: Record<string, number>) => alarmsOf(formOf(id), answers).map(({ item }) => item.id)

test('item 9 of the PHQ-9 counts from the first step on', () => {
  expect(raised('phq9', { phq9_9: 0 })).toEqual([])
  expect(raised('phq9', { phq9_9: 1 })).toEqual(['phq9_9'])
})

test('a yes and a refusal count, what was not asked does not', () => {
  expect(raised('asq', { asq_1: 0, asq_2: 8, asq_4: 1 })).toEqual(['asq_2', 'asq_4'])
})

test('what must be acted on at once stands first', () => {
  expect(raised('cssrs-screen', { cssrs_1: 1, cssrs_2: 1, cssrs_4: 1 })[0]).toBe('cssrs_4')
})

test('a condition of a school’s own file that the screen cannot read is met by every answer but 0', () => {
  const form = formOf('phq9')
  const item = form.items[8]
  if (!item?.critical) throw new Error('item 9 is critical')
  item.critical.when = 'in [2, 3]'
  expect([0, 1, 3].map((value) => alarmsOf(form, { phq9_9: value }).length)).toEqual([0, 1, 1])
})

test.each(['asq', 'cssrs-screen'])('%s says what to do at its most serious level', (id) => {
  const steps = gravestSteps(formOf(id))
  expect(steps.zh[0]).toContain('不让学生独处')
  expect(steps.en).toHaveLength(steps.zh.length)
})
