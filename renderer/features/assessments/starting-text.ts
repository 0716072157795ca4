import type { TFunction } from 'i18next'
import type { Assessment, CoursePoint } from '#contract/assessments'
import type { Instrument } from '#contract/instrument-file'
import type { Result, ScaleScore } from '#contract/results'
import type { Language } from '#contract/vault'
import { bothIn } from '#lib/both'
import { formatDate } from '#lib/format'

type Given = {
  assessment: Pick<Assessment, 'short' | 'takenOn' | 'begunAt' | 'mode'>
  result: Result
  instrument: Instrument
  /** The valid point before this one and this one's change against it. */
  before: { point: CoursePoint; change: CoursePoint['change'] } | null
}

/** A triage level is no number of points. */
export const isLevel = (instrument: Instrument, scaleId: string): boolean =>
  instrument.kind !== 'score-entry' && instrument.scales.some(({ id, method }) => id === scaleId && method === 'triage')

/**
 * What an interpretation may begin with: what was done, what was answered, the score, the course, what is left to ask.
 * It describes; it names no disorder and concludes nothing.
 */
export const startingText = (given: Given, language: Language, t: TFunction): string => {
  const { assessment, result, instrument, before } = given
  const say = (text: { zh: string; en: string }) => bothIn(language, text)
  const lines = [
    t('assessments.start.given', {
      date: formatDate(assessment.takenOn ?? assessment.begunAt),
      short: assessment.short,
      timeframe: say(instrument.timeframe),
      mode: t(`codes.testModes.${assessment.mode}`),
    }),
    ...result.critical.map(({ question, answer }) =>
      t('assessments.start.critical', { question: say(question), answer: say(answer) }),
    ),
    ...result.askInPerson.map(({ question }) => t('assessments.start.blank', { question: say(question) })),
    result.void ? t('assessments.start.void') : '',
    ...result.scales.filter(({ primary }) => primary).map(scoreLine),
    before && before.point.score !== null
      ? t('assessments.start.before', {
          date: formatDate(before.point.on),
          score: before.point.score,
          change: t(`assessments.start.change.${before.change ?? 'unknown'}`),
        })
      : '',
    t(result.critical.length > 0 ? 'assessments.start.askSafety' : 'assessments.start.ask'),
    t('assessments.start.close'),
  ]
  return lines.filter(Boolean).join('\n')

  function scoreLine({ id, title, score, min, max, band, missing, prorated }: ScaleScore): string {
    if (score === null) return missing > 0 ? t('assessments.start.noScore', { title: say(title), n: missing }) : ''
    const word = band && say(band)
    if (isLevel(instrument, id)) return word ? t('assessments.start.level', { band: word }) : ''
    return [
      t(word ? 'assessments.start.score' : 'assessments.start.scoreAlone', {
        title: say(title),
        score,
        min,
        max,
        band: word,
      }),
      prorated ? t('assessments.start.prorated', { n: missing }) : '',
    ].join('')
  }
}
