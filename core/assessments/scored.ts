import { ageOn } from '#contract/calendar'
import type { Instrument } from '#contract/instrument-file'
import type { Answers, Result } from '#contract/results'
import { score } from '#core/instruments/score'
import { packResult } from '#db/repos/stored-results'

type Sheet = { answers: Answers; takenOn: string; birthDate: string | null }

/** What is stored of a scored sheet: the whole result, and of its first primary scale what lists show. */
export function scoredColumns(
  file: Instrument,
  { answers, takenOn, birthDate }: Sheet,
  narrow: (result: Result) => Result = (result) => result,
) {
  const age = birthDate === null ? null : ageOn(birthDate, takenOn)
  const result = narrow(score(file, answers, { age }))
  const first = result.scales.find(({ primary }) => primary)
  const band = first?.band ?? null
  return {
    result,
    columns: {
      answers: JSON.stringify(answers),
      takenOn,
      age,
      result: packResult(result),
      score: first?.score ?? null,
      band: band && JSON.stringify({ zh: band.zh, en: band.en }),
      severity: band?.severity ?? null,
      critical: result.critical.length,
      valid: result.valid,
      void: result.void,
    },
  }
}
