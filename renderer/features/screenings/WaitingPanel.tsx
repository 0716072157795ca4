import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Round } from '#contract/screenings'
import { formatMoment } from '#lib/format'
import { paths } from '#lib/paths'
import { waitTone } from '#lib/round-numbers'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { EntryResult } from './EntryResult.tsx'
import { screeningQueries } from './queries.ts'
import { useEarlierWords } from './use-earlier-words.ts'
import { useWaitWords } from './use-wait-words.ts'

const QUESTION = { filter: 'waiting', text: '', className: null, sort: 'urgency' } as const

/** Who waits to be seen, in the order in which they are given a time. */
export function WaitingPanel({ round }: { round: Round }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const earlier = useEarlierWords()
  const wait = useWaitWords()
  const { data, error, refetch } = useQuery(screeningQueries.entries(round.id, QUESTION, 0))
  if (error) return <ErrorState error={error} what={t('screenings.names.failed')} onRetry={() => void refetch()} />
  if (!data) return null
  if (data.total === 0)
    return (
      <Panel>
        <EmptyState
          title={t('screening-files.deal.nobody')}
          hint={t(round.counts.flagged === 0 ? 'screening-files.deal.nobodyHint' : 'screening-files.deal.allSeen')}
        />
      </Panel>
    )
  const more = data.total - data.rows.length
  const booked = data.rows.filter(({ bookedFor }) => bookedFor !== null)
  const rows = [...data.rows.filter(({ bookedFor }) => bookedFor === null), ...booked]
  return (
    <Panel
      className="round-waiting"
      title={t('screening-files.deal.waiting', { n: data.total })}
      extra={t('screening-files.deal.order')}
    >
      <Rows label={t('screening-files.deal.waiting', { n: data.total })}>
        {rows.map((entry) => (
          <Row
            key={entry.studentId}
            lead={
              entry.waitingDays !== null && (
                <Tag tone={entry.urgency ? 'red' : waitTone(entry.waitingDays)}>{wait.short(entry.waitingDays)}</Tag>
              )
            }
            name={entry.studentName}
            hint={[entry.className, earlier(entry)].filter(Boolean).join(' · ')}
            state={
              <>
                <EntryResult entry={entry} />
                {entry.bookedFor && (
                  <Tag tone="green">
                    {t('screening-files.deal.bookedFor', { time: formatMoment(entry.bookedFor, today) })}
                  </Tag>
                )}
              </>
            }
            onOpen={() => void navigate(paths.student(entry.studentId))}
          />
        ))}
      </Rows>
      {more > 0 && <p className="field-hint">{t('screening-files.deal.andMore', { n: more })}</p>}
    </Panel>
  )
}
