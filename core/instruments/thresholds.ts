import { AppError } from '#contract/errors'
import type { Instrument, ScoreEntry } from '#contract/instrument-file'
import type { Thresholds } from '#contract/instruments'
import { conditionFlaws } from './check-conditions.ts'
import { scaleFlaws } from './check-scales.ts'

type Cuts = { scales: readonly Thresholds[]; voidFrom: number | null }

/**
 * A score-entry instrument with the school's own cut lines. Scales that are not named keep theirs. `validity`: the scale
 * from whose score on the whole sheet counts for nothing.
 */
export function withThresholds(file: ScoreEntry, { scales, voidFrom }: Cuts, validity: string | null): ScoreEntry {
  const changed = new Map(scales.map((scale) => [scale.id, scale]))
  if (changed.size !== scales.length) throw new AppError('invalid', { field: 'scales', reason: 'twice' })
  const cut = {
    ...file,
    scales: file.scales.map((scale) => {
      const own = changed.get(scale.id)
      changed.delete(scale.id)
      return own ? { ...scale, min: own.min, max: own.max, bands: own.bands.map(bandOf) } : scale
    }),
    voidWhen: voidRule(file, voidFrom, validity),
  }
  if (changed.size > 0) throw new AppError('invalid', { field: 'scales', reason: 'unknown-item' })
  refuseFlaws(cut)
  return cut
}

const bandOf = ({ from, to, label, severity }: Thresholds['bands'][number], i: number) => ({
  id: `b${i + 1}`,
  from,
  to,
  zh: label,
  en: label,
  severity,
  source: '',
})

function voidRule(file: ScoreEntry, from: number | null, scale: string | null): ScoreEntry['voidWhen'] {
  if (from === null) return null
  if (scale === null) throw new AppError('invalid', { field: 'voidFrom', reason: 'no-validity-scale' })
  return { scale, when: `>=${from}`, source: file.voidWhen?.source ?? '' }
}

function refuseFlaws(file: Instrument): void {
  const [flaw] = [...scaleFlaws(file), ...conditionFlaws(file)]
  if (flaw) throw new AppError('invalid', { field: flaw.path, reason: flaw.problem })
}
