import type { Instrument } from '#contract/instrument-file'

type Band = { zh: string; en: string; severity: number; from: number; to: number }

/** From which of an instrument's own bands on a result can flag: the mildest band of each severity, mildest first. */
export const flagSteps = (instrument: Instrument): Band[] => {
  const scale = instrument.scales.find(({ primary }) => primary) ?? instrument.scales[0]
  const steps = new Map<number, Band>()
  for (const band of scale?.bands ?? []) {
    const known = steps.get(band.severity)
    const isMilder = known && (scale?.higherIs === 'better' ? band.to > known.to : band.from < known.from)
    if (band.severity >= 1 && (!known || isMilder)) steps.set(band.severity, band)
  }
  return [...steps.values()].sort((a, b) => a.severity - b.severity)
}

/** Where flagging usually begins: the first band that is more than mild. */
export const usualStep = (steps: readonly { severity: number }[]): number | null =>
  (steps.find(({ severity }) => severity >= 2) ?? steps.at(-1))?.severity ?? null
