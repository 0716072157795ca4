import type { Questionnaire } from '#contract/instrument-file'
import type { FileFlaw } from '#contract/instruments'

/** Triage rules and a scale with method `triage` need each other; levels and next steps belong to that scale. */
export function triageFlaws({ scales, triage, missing }: Questionnaire): FileFlaw[] {
  const scale = scales.find(({ method }) => method === 'triage')
  const noTriage = (path: string, detail: string): FileFlaw => ({ path, problem: 'no-triage', detail })
  if (!triage)
    return [
      ...scales.flatMap(({ method }, i) => (method === 'triage' ? [noTriage(`scales[${i}].method`, method)] : [])),
      ...(missing.method === 'triage' ? [noTriage('missing.method', missing.method)] : []),
    ]
  if (!scale) return [noTriage('triage', 'scales[].method: triage')]
  const levels = triage.rules.flatMap(({ level }, i): FileFlaw[] =>
    level === null || (scale.min <= level && level <= scale.max)
      ? []
      : [{ path: `triage.rules[${i}].level`, problem: 'out-of-range', detail: `${scale.min}–${scale.max} ← ${level}` }],
  )
  const steps = Object.keys(triage.nextSteps).flatMap((id): FileFlaw[] =>
    scale.bands.some((band) => band.id === id)
      ? []
      : [{ path: `triage.nextSteps.${id}`, problem: 'unknown-item', detail: id }],
  )
  return [...levels, ...steps]
}
