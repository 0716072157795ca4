import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/screenings'
import { coverageOf, waitTone } from '#lib/round-numbers'
import { useWaitWords } from './use-wait-words.ts'

/** The numbers of a round; what waits stands last, in the colour of how long. */
export function RoundFigures({ round: { counts, longestWait } }: { round: Round }) {
  const { t } = useTranslation()
  const wait = useWaitWords()
  const coverage = coverageOf(counts)
  const numbers = [
    ['due', counts.due],
    ['done', counts.done],
    ['coverage', coverage === null ? '—' : `${coverage.toFixed(1)}%`],
    ['absent', counts.absent],
    ['excused', counts.excused],
    ['void', counts.void],
    ['flagged', counts.flagged],
    ['critical', counts.critical],
    ['seen', counts.seen],
    ['falseAlarm', counts.falseAlarm],
  ] as const
  return (
    <dl className="round-figures">
      {numbers.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`screenings.numbers.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {longestWait !== null && (
        <div className={`round-wait round-wait-${waitTone(longestWait)}`}>{wait.longest(longestWait)}</div>
      )}
    </dl>
  )
}
