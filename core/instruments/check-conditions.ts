import type { Instrument } from '#contract/instrument-file'
import type { FileFlaw } from '#contract/instruments'
import { readCondition } from './conditions.ts'

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
