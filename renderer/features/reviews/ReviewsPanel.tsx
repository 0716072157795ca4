import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Review } from '#contract/reviews'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { reviewQueries } from './queries.ts'

/** On the case's page: what was found when counselor and student looked back, and when they will again. */
export function ReviewsPanel({ studentId, caseId }: { studentId: string; caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const mayWrite = useMayWrite()
  const { today } = useWorkplace()
  const { data: one } = useQuery(reviewQueries.case(caseId))
  const { data: reviews, error, refetch } = useQuery(reviewQueries.ofCase(caseId))
  const { data: next } = useQuery(reviewQueries.next(caseId))
  const dueOn = one?.state === 'open' ? (next?.dueOn ?? null) : null
  if (error) return <ErrorState error={error} what={t('reviews.openFailed')} onRetry={() => void refetch()} />
  return (
    <Panel
      title={t('reviews.title')}
      extra={
        dueOn && (
          <Tag tone={dueOn <= today ? 'amber' : 'plain'}>
            {t(dueOn < today ? 'reviews.overdueSince' : 'reviews.dueOn', { day: formatDate(dueOn, today) })}
          </Tag>
        )
      }
    >
      {reviews?.length === 0 && <p className="sheet-part-hint">{t('reviews.noneHint')}</p>}
      {reviews && reviews.length > 0 && (
        <Rows label={t('reviews.title')}>
          {reviews.map((review) => (
            <Row
              key={review.id}
              lead={formatDate(review.onDay, today)}
              name={t(`codes.reviewDecisions.${review.decision}`)}
              hint={<Facts review={review} />}
              second={review.note || undefined}
              state={
                review.dependence !== 'none' && (
                  <Tag tone="amber">{t('reviews.dependent', { how: t(`codes.dependences.${review.dependence}`) })}</Tag>
                )
              }
              verb={
                <>
                  {mayWrite && one?.state === 'open' && (
                    <Button
                      size="small"
                      type="text"
                      onClick={() => openDialog({ kind: 'review', studentId, caseId, review })}
                    >
                      {t('reviews.correct')}
                    </Button>
                  )}
                  {may('prints.preview') && (
                    <Button size="small" onClick={() => void navigate(paths.print('review', review.id))}>
                      {t('reviews.look')}
                    </Button>
                  )}
                </>
              }
            />
          ))}
        </Rows>
      )}
      <div className="sheet-part-line">
        {mayWrite && one?.state === 'open' && (
          <Button size="small" onClick={() => openDialog({ kind: 'review', studentId, caseId })}>
            {t('reviews.record')}
          </Button>
        )}
        {may('prints.preview') && (
          <Button size="small" type="text" onClick={() => void navigate(paths.print('feedback', 'room'))}>
            {t('reviews.slip')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Facts({ review: { goals, satisfaction, reviewedBy } }: { review: Review }) {
  const { t } = useTranslation()
  const reached = goals.filter(({ standing }) => standing === 'reached').length
  return [
    goals.length > 0 && t('reviews.reached', { n: reached, of: goals.length }),
    satisfaction !== null && t('reviews.satisfied', { n: satisfaction }),
    reviewedBy,
  ]
    .filter(Boolean)
    .join(' · ')
}
