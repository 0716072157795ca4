import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { weekdayOf } from '#contract/calendar'
import { acceptanceStandingQuery } from '#lib/acceptance-standing'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { dueLines } from '#lib/due-lines'
import { AskAgainRow } from './AskAgainRow.tsx'
import { DueRow } from './DueRow.tsx'
import { todayQueries } from './queries.ts'

const MOST = 7

/** Calls to return, letters, what teachers handed in, follow-ups, reviews, cases that stand still. Done is gone. */
export function DuePanel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useWorkplace()
  const [isWhole, setWhole] = useState(false)
  const contacts = useQuery({ ...todayQueries.contactsDue(), enabled: may('contacts.due') })
  const letters = useQuery({ ...todayQueries.letters(), enabled: may('letters.list') })
  const letterbox = useQuery({ ...todayQueries.letterbox(), enabled: may('letters.register') })
  const observations = useQuery({ ...todayQueries.observations(), enabled: may('observations.list') })
  const followups = useQuery({ ...todayQueries.followupsDue(), enabled: may('followups.due') })
  const reviews = useQuery({ ...todayQueries.reviewsDue(), enabled: may('reviews.due') })
  const aid = useQuery({ ...todayQueries.aidDue(), enabled: may('aid.due') })
  const stages = useQuery({ ...todayQueries.stagesDue(), enabled: may('stages.due') })
  const talks = useQuery({ ...todayQueries.talksDue(), enabled: may('conferences.due') })
  const month = useQuery({ ...todayQueries.month(), enabled: may('conferences.choose') })
  const cases = useQuery({ ...todayQueries.attention(), enabled: may('cases.attention') })
  const toConfirm = useQuery({ ...todayQueries.toConfirm(), enabled: may('appointments.confirm') })
  const queue = useQuery({ ...acceptanceStandingQuery, enabled: may('acceptances.standing') })
  const askAgain = useQuery({ ...todayQueries.askAgain(), enabled: may('declines.again') })
  const day = useQuery({ ...todayQueries.dayState(), enabled: may('days.state') })
  const unclosed = day.data?.lastUnclosed ?? null
  const all = [
    contacts,
    letters,
    letterbox,
    observations,
    followups,
    reviews,
    stages,
    talks,
    month,
    aid,
    cases,
    toConfirm,
    queue,
    askAgain,
    day,
  ]
  const failed = all.find(({ error }) => error !== null)
  const due = dueLines(
    {
      contacts: contacts.data,
      letters: letters.data,
      observations: observations.data,
      followups: followups.data,
      reviews: reviews.data,
      aid: aid.data,
      stages: stages.data,
      talks: talks.data,
      cases: cases.data,
    },
    today,
  )
  const isUnopened = letterbox.data?.today === null && weekdayOf(today) % 6 !== 0
  const unconfirmed = toConfirm.data?.length ?? 0
  const toTakeOn = queue.data?.forMe ?? 0
  const asked = askAgain.data ?? []
  const undecided = month.data?.undecided ?? 0
  const others = [isUnopened, unconfirmed > 0, unclosed !== null, undecided > 0, toTakeOn > 0].filter(Boolean).length
  const count = due.length + asked.length + others
  const isLoading = all.some(({ isLoading }) => isLoading)
  return (
    <Panel className="today-due" title={t('today.due')} extra={count > 0 && t('today.things', { count })}>
      {failed && (
        <ErrorState
          error={failed.error}
          what={t('today.dueFailed')}
          onRetry={() => all.forEach((one) => void (one.error && one.refetch()))}
        />
      )}
      {isLoading && count === 0 && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {!isLoading && !failed && count === 0 && (
        <EmptyState title={t('today.nothingDue')} hint={t('today.nothingDueHint')} />
      )}
      <Rows label={t('today.due')}>
        {toTakeOn > 0 && (
          <Row
            lead={queue.data?.isUrgent ? <Tag tone="red">{t('codes.urgencies.urgent')}</Tag> : undefined}
            name={t('acceptances.forMe', { count: toTakeOn })}
            hint={queue.data?.since && t('acceptances.forMeSince', { date: formatDate(queue.data.since, today) })}
            verb={
              <Button size="small" onClick={() => void navigate(paths.register('acceptances'))}>
                {t('acceptances.look')}
              </Button>
            }
          />
        )}
        {isUnopened && (
          <Row
            name={t('today.letterbox')}
            hint={t('today.letterboxHint')}
            verb={
              <Button size="small" onClick={() => void navigate(paths.register('letters'))}>
                {t('today.openLetterbox')}
              </Button>
            }
          />
        )}
        {(isWhole ? due : due.slice(0, MOST)).map((one) => (
          <DueRow key={one.key} due={one} />
        ))}
        {asked.map((one) => (
          <AskAgainRow key={one.id} line={one} />
        ))}
        {unclosed && (
          <Row
            name={t('today.lastUnclosed', { date: formatDate(unclosed, today) })}
            verb={
              <Button size="small" onClick={() => openDialog({ kind: 'day-end', day: unclosed })}>
                {t('today.closeThatDay')}
              </Button>
            }
          />
        )}
        {undecided > 0 && (
          <Row
            name={t('today.month', { count: undecided })}
            verb={
              <Button size="small" onClick={() => openDialog({ kind: 'conference-month' })}>
                {t('today.chooseMonth')}
              </Button>
            }
          />
        )}
        {unconfirmed > 0 && (
          <Row
            name={t('today.toConfirm')}
            hint={t('today.bookings', { count: unconfirmed })}
            verb={
              <Button size="small" onClick={() => void navigate(paths.calendar)}>
                {t('today.confirm')}
              </Button>
            }
          />
        )}
      </Rows>
      {due.length > MOST && (
        <button type="button" className="text-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('today.fewer') : t('today.moreDue', { n: due.length - MOST })}
        </button>
      )}
    </Panel>
  )
}
