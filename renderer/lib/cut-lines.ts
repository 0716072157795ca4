import type { ScoreEntry } from '#contract/instrument-file'
import type { Thresholds } from '#contract/instruments'

/** Cut lines as they are typed: figures are text until they are sent. */
export type BandDraft = { from: string; to: string; label: string; severity: number }
export type ScaleDraft = { id: string; min: string; max: string; bands: BandDraft[] }
export type CutsDraft = { scales: ScaleDraft[]; voidFrom: string }

export type CutFlaw =
  | { kind: 'empty' | 'number' | 'range' | 'order' | 'outside' }
  | { kind: 'overlap' | 'hole'; from: number; to: number }
/** Where: a line of a scale, or the scale itself (`line` null). */
export type PlacedFlaw = CutFlaw & { scaleId: string; line: number | null }

export const draftOf = (file: ScoreEntry): CutsDraft => ({
  scales: file.scales.map(({ id, min, max, bands }) => ({
    id,
    min: String(min),
    max: String(max),
    bands: bands.map(({ from, to, zh, severity }) => ({ from: String(from), to: String(to), label: zh, severity })),
  })),
  voidFrom: /^>=\s*(-?[\d.]+)$/u.exec(file.voidWhen?.when ?? '')?.[1] ?? '',
})

/** A typed figure, with a full-width point or comma as well; null when it is none. */
export const figureOf = (text: string): number | null => {
  const plain = text.trim().replace(/[．，,]/u, '.')
  return /^-?\d+(\.\d{1,2})?$/u.test(plain) ? Number(plain) : null
}

const isEmpty = (...texts: string[]): boolean => texts.some((text) => text.trim() === '')
const hundredths = (value: number): number => Math.round(value * 100)

/** Neighbouring scores are 1 apart, or 0.01 when some figure has decimals. */
export const stepOf = ({ bands }: ScaleDraft): 1 | 0.01 =>
  bands.every(({ from, to }) => [from, to].every((text) => Number.isInteger(figureOf(text) ?? 0))) ? 1 : 0.01

/** What is wrong with the lines of one scale; a scale without lines has none. */
export function flawsOf(scale: ScaleDraft): PlacedFlaw[] {
  const flaws: PlacedFlaw[] = []
  const note = (line: number | null, flaw: CutFlaw) => flaws.push({ scaleId: scale.id, line, ...flaw })
  const [min, max] = [figureOf(scale.min), figureOf(scale.max)]
  if (min === null || max === null) note(null, { kind: isEmpty(scale.min, scale.max) ? 'empty' : 'number' })
  else if (min >= max) note(null, { kind: 'range' })
  const lines = scale.bands.map(({ from, to, label }, line) => {
    const read = { line, from: figureOf(from), to: figureOf(to) }
    if (isEmpty(from, to, label)) note(line, { kind: 'empty' })
    else if (read.from === null || read.to === null) note(line, { kind: 'number' })
    return read
  })
  const isRead = lines.every(({ from, to }) => from !== null && to !== null)
  if (!isRead || min === null || max === null || min >= max) return flaws
  const step = hundredths(stepOf(scale))
  let next = hundredths(min)
  const sorted = lines.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))
  for (const { line, ...span } of sorted) {
    const [from, to] = [hundredths(span.from ?? 0), hundredths(span.to ?? 0)]
    if (from > to) note(line, { kind: 'order' })
    else if (from < hundredths(min) || to > hundredths(max)) note(line, { kind: 'outside' })
    else if (from < next) note(line, { kind: 'overlap', from: from / 100, to: Math.min(to, next - step) / 100 })
    else if (from > next) note(line, { kind: 'hole', from: next / 100, to: (from - step) / 100 })
    next = Math.max(next, to + step)
  }
  const last = sorted.at(-1)
  if (last && next <= hundredths(max)) note(last.line, { kind: 'hole', from: next / 100, to: max })
  return flaws
}

/** The next line begins where the last one ends. */
export function nextBand(scale: ScaleDraft): BandDraft {
  const ends = scale.bands.map(({ to }) => figureOf(to)).filter((to) => to !== null)
  const from = ends.length === 0 ? scale.min : String((hundredths(Math.max(...ends)) + hundredths(stepOf(scale))) / 100)
  return { from, to: '', label: '', severity: Math.min(scale.bands.length, 4) }
}

/** What is sent once nothing is wrong. */
export const thresholdsOf = ({ scales }: CutsDraft): Thresholds[] =>
  scales.map(({ id, min, max, bands }) => ({
    id,
    min: figureOf(min) ?? 0,
    max: figureOf(max) ?? 0,
    bands: bands.map(({ from, to, label, severity }) => ({
      from: figureOf(from) ?? 0,
      to: figureOf(to) ?? 0,
      label: label.trim(),
      severity,
    })),
  }))
