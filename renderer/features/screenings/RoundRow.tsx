import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Round } from '#contract/screenings'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { coverageOf, waitTone } from '#lib/round-numbers'
import { useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { useWaitWords } from './use-wait-words.ts'

/** One round: its name and days, its numbers in a line, and how long the first of the waiting has waited. */
export function RoundRow({ round }: { round: Round }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const wait = useWaitWords()
  const { counts, longestWait } = round
  const coverage = coverageOf(counts)
  const open = () => void navigate(paths.screening(round.id))
  const numbers = [
    ['due', counts.due],
    ['done', counts.done],
    ['coverage', coverage === null ? '—' : `${coverage.toFixed(1)}%`],
    ['absent', counts.absent],
    ['flagged', counts.flagged],
    ['seen', counts.seen],
    ['falseAlarm', counts.falseAlarm],
  ] as const
  return (
    <li className="round-row">
      <div className="round-row-head">
        <button type="button" className="row-name row-open" onClick={open}>
          {round.name}
        </button>
        <span className="row-hint">
          {[round.short, `${formatDate(round.startsOn, today)} – ${formatDate(round.endsOn, today)}`].join(' · ')}
        </span>
        <span className="round-row-state">
          {longestWait !== null && <Tag tone={waitTone(longestWait)}>{wait.longest(longestWait)}</Tag>}
          {round.state === 'closed' && <Tag>{t('codes.roundStates.closed')}</Tag>}
        </span>
        <Button size="small" className="row-verb" onClick={open}>
          {t('screenings.open')}
        </Button>
      </div>
      <dl className="round-row-numbers">
        {numbers.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`screenings.numbers.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
