import { Instrument } from '#contract/instrument-file'
import type { FileFlaw } from '#contract/instruments'
import { isBuiltInId } from './built-in.ts'
import { conditionFlaws, neverCritical } from './check-conditions.ts'
import { itemFlaws, twice } from './check-items.ts'
import { itemScaleFlaws, scaleFlaws } from './check-scales.ts'
import { triageFlaws } from './check-triage.ts'
import { firstWrongCharacter, lineAndColumn } from './json-place.ts'
import { shapeFlaw, unknownKeys } from './shape-flaws.ts'

export type CheckedFile = { instrument: Instrument | null; issues: FileFlaw[] }

/**
 * Reads an instrument file of the school and says everything that is wrong in it; what the entries mean together can only be
 * judged once each of them has the right form. The instrument comes out only when nothing is wrong.
 */
export function checkInstrumentFile(text: string): CheckedFile {
  const plain = text.replace(/^\u{FEFF}/u, '').replaceAll('\r\n', '\n')
  const file = parseJson(plain)
  if (file === undefined) return { instrument: null, issues: [notJson(plain)] }
  const parsed = Instrument.safeParse(file)
  if (!parsed.success) return { instrument: null, issues: parsed.error.issues.map((issue) => shapeFlaw(issue, file)) }
  const issues = [...unknownKeys(file, parsed.data), ...meaningFlaws(parsed.data)]
  return { instrument: issues.length === 0 ? parsed.data : null, issues }
}

function meaningFlaws(instrument: Instrument): FileFlaw[] {
  const { id, ages, sources } = instrument
  const ofKind = instrument.kind === 'score-entry' ? voidFlaws(instrument) : questionnaireFlaws(instrument)
  return [
    ...(isBuiltInId(id) ? [{ path: 'id', problem: 'built-in-id' as const, detail: id }] : []),
    ...((ages.min ?? 0) > (ages.max ?? Infinity)
      ? [{ path: 'ages', problem: 'range' as const, detail: `${ages.min}–${ages.max}` }]
      : []),
    ...twice(sources, 'sources'),
    ...scaleFlaws(instrument),
    ...ofKind,
    ...conditionFlaws(instrument),
  ]
}

const questionnaireFlaws = (form: Exclude<Instrument, { kind: 'score-entry' }>): FileFlaw[] => [
  ...itemFlaws(form),
  ...itemScaleFlaws(form),
  ...triageFlaws(form),
  ...neverCritical(form),
]

const voidFlaws = ({ voidWhen, scales }: Extract<Instrument, { kind: 'score-entry' }>): FileFlaw[] =>
  voidWhen && !scales.some(({ id }) => id === voidWhen.scale)
    ? [{ path: 'voidWhen.scale', problem: 'unknown-item', detail: voidWhen.scale }]
    : []

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function notJson(text: string): FileFlaw {
  const offset = firstWrongCharacter(text)
  const { line, column } = lineAndColumn(text, offset)
  return {
    path: '',
    problem: 'not-json',
    detail: `${line}:${column} ${text.slice(offset, offset + 20).split('\n')[0]}`.trim(),
  }
}
