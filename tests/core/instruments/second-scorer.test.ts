import { expect, test } from 'vitest'
import { SECOND_FORMS } from './second-scorer.ts'

/** Answers in the order of the form; then scores, band, critical items, validity, as the rules' worked examples give them. */
const EXAMPLES = `
phq9 | 0 0 0 0 0 0 0 0 0 | total 0 | minimal | none | valid
phq9 | 1 2 2 1 1 1 2 0 0 | total 10 | moderate | none | valid
phq9 | 0 1 0 1 0 0 0 0 1 | total 3 | minimal | phq9_9 | valid
gad7 | 0 0 0 0 0 0 0 | total 0 | minimal | none | valid
gad7 | 1 2 1 2 1 2 1 | total 10 | moderate | none | valid
gad7 | 3 3 3 2 2 1 - | total null | null | none | not valid
rses | 3 3 0 3 0 3 3 0 0 0 | total 30, total_ex8 27 | high | none | valid
rses | 2 2 2 2 2 2 2 2 2 2 | total 15, total_ex8 14 | normal | none | valid (same_answer)
rses | 1 1 2 2 2 1 1 3 2 2 | total 10, total_ex8 10 | low | none | valid
k6 | 0 0 0 0 0 0 | total 0 | low | none | valid
k6 | 2 1 1 1 1 0 | total 6 | moderate | none | valid
k6 | 3 3 2 2 2 1 | total 13 | serious | none | valid
who5 | 5 5 5 5 5 | index 100 | usual | none | valid
who5 | 3 2 3 2 3 | index 52 | usual | none | valid
who5 | 1 2 1 1 2 | index 28 | very_low | none | valid
cesd | 0 0 0 3 0 0 0 3 0 0 0 3 0 0 0 3 0 0 0 0 | total 0 | none | none | valid
cesd | 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 | total 12 | none | none | valid (same_answer)
cesd | 1 1 1 2 1 1 1 2 1 1 1 2 1 1 1 2 1 1 1 1 | total 20 | marked | none | valid
swls | 7 7 7 7 7 | total 35 | ext_sat | none | valid
swls | 4 4 4 4 4 | total 20 | neutral | none | valid
swls | 2 1 2 3 1 | total 9 | ext_dissat | none | valid
asq | 0 0 0 0 - | triage 0 | negative | none | valid
asq | 1 0 0 0 0 | triage 1 | nonacute | asq_1 | valid
asq | 1 1 1 0 1 | triage 2 | acute | asq_1 asq_2 asq_3 asq_5 | valid
cssrs-screen | 0 0 - - - 0 - | triage 0 | none | none | valid
cssrs-screen | 1 1 1 0 0 0 - | triage 2 | moderate | cssrs_1 cssrs_2 cssrs_3 | valid
cssrs-screen | 1 1 1 1 0 1 1 | triage 3 | high | cssrs_1 cssrs_2 cssrs_3 cssrs_4 cssrs_6 cssrs_6_3m | valid`

test.each(EXAMPLES.trim().split('\n'))('the second scorer knows the worked example %s', (example) => {
  const [name = '', answers = ''] = example.split(' | ')
  const sheet = answers.split(' ').map((answer) => (answer === '-' ? null : Number(answer)))
  const { scales, critical, valid, warnings } = SECOND_FORMS[name]!.score(sheet, null)
  const got = [
    Object.entries(scales)
      .map(([id, { score }]) => `${id} ${score}`)
      .join(', '),
    String(Object.values(scales)[0]!.band),
    critical.join(' ') || 'none',
    `${valid ? 'valid' : 'not valid'}${warnings.map((id) => ` (${id})`).join('')}`,
  ]
  expect([name, answers, ...got].join(' | ')).toBe(example)
})

test('the second scorer makes up for blanks by the mean, the half upwards, and asks for item 9', () => {
  const { scales, askInPerson, valid } = SECOND_FORMS.phq9!.score([1, 1, 1, 1, 0, 0, 0, 0, null], null)
  expect([scales.total!.score, scales.total!.band, askInPerson, valid]).toEqual([5, 'mild', ['phq9_9'], true])
})

test('the second scorer never reads a question that was not asked as no', () => {
  expect(SECOND_FORMS.asq!.score([0, 0, 0, null, null], null).scales.triage!.score).toBeNull()
  expect(SECOND_FORMS.asq!.score([0, 8, null, 0, null], null)).toMatchObject({ incomplete: true, nextStep: 'acute' })
  expect(SECOND_FORMS['cssrs-screen']!.score([0, 0, null, null, null, 1, null], null).nextStep).toBe('high')
})
