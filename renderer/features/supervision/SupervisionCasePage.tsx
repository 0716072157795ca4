import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { formatDate } from '#lib/format'
import { useEscape } from '#lib/use-escape'
import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Strip } from '#ui/Strip'
import { Tag } from '#ui/Tag'
import { supervisionQueries } from './queries.ts'
import { useCourseWords, usePersonWords } from './use-case-facts.ts'

/** One case, to be read only. */
export function SupervisionCasePage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const { riskLevels, today } = useWorkplace()
  const person = usePersonWords()
  const course = useCourseWords()
  const { data, error, refetch } = useQuery(supervisionQueries.one(caseId))
  useEscape()
  if (error) return <ErrorState error={error} what={t('supervision.failed')} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 5 }} />
  const { case: found, visits } = data
  const tone = riskTone(found.riskRank, riskLevels)
  return (
    <>
      <Strip
        tone={tone}
        name={found.no}
        facts={person(found)}
        second={course(found)}
        tags={
          <>
            <Tag>{t(`codes.caseStates.${found.state}`)}</Tag>
            {tone !== 'plain' && <Tag tone={tone}>{riskLabel(found.riskRank, riskLevels)}</Tag>}
          </>
        }
      />
      <Panel title={t('supervision.visitsTitle')} extra={t('supervision.noWords')}>
        {visits.length === 0 ? (
          <EmptyState title={t('supervision.noVisits')} />
        ) : (
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('supervision.nth')}</th>
                <th>{t('supervision.on')}</th>
                <th>{t('supervision.channel')}</th>
                <th>{t('supervision.minutes')}</th>
                <th>{t('supervision.problems')}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.ordinal}>
                  <td>{visit.ordinal}</td>
                  <td>{formatDate(visit.on, today)}</td>
                  <td>{t(`codes.channels.${visit.channel}`)}</td>
                  <td>{visit.minutes ?? '—'}</td>
                  <td>{visit.problems.map((one) => t(`codes.problems.${one}`)).join(t('notes.comma')) || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  )
}
