import type { Instrument, Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { FileFlaw } from '#contract/instruments'
import { readCondition } from './conditions.ts'

/** A critical answer that no option can be: it would never call anybody. What rests on other questions is not judged. */
export const neverCritical = (form: Questionnaire): FileFlaw[] =>
  form.items.flatMap((item, i): FileFlaw[] => {
    const phrase = item.critical?.when
    const read = phrase === undefined ? null : readCondition(phrase, { items: [item], hasValue: true })
    if (!read?.holds) return []
    const values = optionsOf(form, item).map(({ value }) => value)
    if (values.some((value) => read.holds({ answers: { [item.id]: value }, value }))) return []
    return [{ path: `items[${i}].critical.when`, problem: 'out-of-range', detail: `${phrase} ← ${values.join(' | ')}` }]
  })

type Phrase = { path: string; phrase: string; about: 'answer' | 'score' | 'sheet' }

/** Every condition of a file that cannot be read, or that asks for an item that is not there. */
export function conditionFlaws(instrument: Instrument): FileFlaw[] {
  const items = instrument.kind === 'score-entry' ? [] : instrument.items
  return phrasesOf(instrument).flatMap(({ path, phrase, about }): FileFlaw[] => {
    const read = readCondition(phrase, { items: about === 'score' ? [] : items, hasValue: about !== 'sheet' })
    if (read.holds) return []
    return [{ path, problem: read.problem, detail: `${phrase} · ${read.at}: ${read.found || '…'}` }]
  })
}

function phrasesOf(instrument: Instrument): Phrase[] {
  const cutpoints = instrument.scales.flatMap((scale, i) =>
    scale.cutpoints.map(({ when }, j) => ({
      path: `scales[${i}].cutpoints[${j}].when`,
      phrase: when,
      about: 'score' as const,
    })),
  )
  if (instrument.kind === 'score-entry') {
    const phrase = instrument.voidWhen?.when
    return phrase === undefined ? cutpoints : [...cutpoints, { path: 'voidWhen.when', phrase, about: 'score' }]
  }
  const sheet = (path: string, phrase: string): Phrase => ({ path, phrase, about: 'sheet' })
  return [
    ...instrument.items.flatMap(({ critical }, i): Phrase[] =>
      critical ? [{ path: `items[${i}].critical.when`, phrase: critical.when, about: 'answer' }] : [],
    ),
    ...cutpoints,
    ...(instrument.triage?.rules ?? []).map((rule, i) => sheet(`triage.rules[${i}].if`, rule.if)),
    ...(instrument.validity?.checks ?? []).map(({ when }, i) => sheet(`validity.checks[${i}].when`, when)),
    ...instrument.advice.map(({ when }, i) => sheet(`advice[${i}].when`, when)),
  ]
}
