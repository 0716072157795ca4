import type { Questionnaire } from '#contract/instrument-file'
import { isSkipped, optionsOf } from '#contract/instrument-flow'
import type { Answers, CriticalAnswer, Result } from '#contract/results'
import { holds } from './holds.ts'

/** The critical answers, whatever the total and whatever else was left out. */
export const criticalAnswers = (form: Questionnaire, answers: Answers): CriticalAnswer[] =>
  form.items.flatMap((item) => {
    const value = answers[item.id]
    if (value === undefined || !item.critical || !holds(item.critical.when, form, answers, value)) return []
    const answer = optionsOf(form, item).find((option) => option.value === value)
    const { reason, urgency } = item.critical
    const question = { zh: item.zh, en: item.en }
    return [{ item: item.id, question, answer: { zh: answer?.zh ?? '', en: answer?.en ?? '' }, reason, urgency }]
  })

/** Blank questions that have to be asked in person; not those that the skip rule leaves out. */
export const blanksToAsk = (form: Questionnaire, answers: Answers): Result['askInPerson'] =>
  form.items
    .filter(({ id }) => form.missing.followUpIfMissing.includes(id) && answers[id] === undefined)
    .filter((item) => !isSkipped(item, answers))
    .map(({ id, zh, en }) => ({ item: id, question: { zh, en } }))
