import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment, CoursePoint } from '#contract/assessments'
import { bothIn } from '#lib/both'
import type { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { assessmentQueries } from './queries.ts'

const CourseChart = lazy(() => import('#ui/CourseChart').then((file) => ({ default: file.CourseChart })))
type Scale = Awaited<ReturnType<typeof client.assessments.course>>['scales'][number]

/** The same instrument over time, when there is more than one time. */
export function CoursePanel({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation()
  const { studentId, instrumentId, id } = assessment
  const { data, error, refetch } = useQuery(assessmentQueries.course(studentId, instrumentId))
  if (error) return <ErrorState error={error} what={t('assessments.course.failed')} onRetry={() => void refetch()} />
  const scales = data?.scales.filter(({ points }) => points.length > 1) ?? []
  if (scales.length === 0) return null
  return (
    <Panel
      title={t('assessments.course.title', { short: assessment.short })}
      extra={t('assessments.course.times', { n: scales[0]?.points.length ?? 0 })}
    >
      {scales.map((scale) => (
        <ScaleCourse key={scale.id} scale={scale} assessmentId={id} isAlone={scales.length === 1} />
      ))}
    </Panel>
  )
}

function ScaleCourse({ scale, assessmentId, isAlone }: { scale: Scale; assessmentId: string; isAlone: boolean }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const language = currentLanguage()
  const title = bothIn(language, scale.title)
  const bands = useMemo(
    () => scale.bands.map((band) => ({ ...band, words: bothIn(language, band) })),
    [scale.bands, language],
  )
  const points = useMemo(
    () =>
      scale.points.map(({ on, score, band, valid }) => ({
        day: formatDate(on, today),
        score,
        band: band && bothIn(language, band),
        isValid: valid,
      })),
    [scale.points, language, today],
  )
  return (
    <div className="course">
      {!isAlone && <h3 className="result-sub">{title}</h3>}
      <Suspense fallback={<div className="course-wait" />}>
        <CourseChart title={title} scale={scale} bands={bands} points={points} />
      </Suspense>
      <table className="plain-table course-table">
        <thead>
          <tr>
            {(['day', 'score', 'band', 'change'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`assessments.course.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scale.points.toReversed().map((point) => (
            <tr key={point.assessmentId} className={point.assessmentId === assessmentId ? 'course-here' : undefined}>
              <td>
                {point.assessmentId === assessmentId ? (
                  t('assessments.course.thisTime', { day: formatDate(point.on, today) })
                ) : (
                  <Link to={paths.assessment(point.assessmentId)}>{formatDate(point.on, today)}</Link>
                )}
              </td>
              <td>{point.score ?? '—'}</td>
              <td>
                {[point.band && bothIn(language, point.band), !point.valid && t('assessments.invalid')]
                  .filter(Boolean)
                  .join(' · ') || '—'}
              </td>
              <td>
                <Change change={point.change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="result-source">
        {scale.threshold
          ? t('assessments.course.threshold', { n: scale.threshold.points, source: scale.threshold.source })
          : t('assessments.course.noThreshold')}
      </p>
    </div>
  )
}

function Change({ change }: { change: CoursePoint['change'] }) {
  const { t } = useTranslation()
  if (change === null) return '—'
  return <span className={`course-change course-${change}`}>{t(`assessments.course.changes.${change}`)}</span>
}
