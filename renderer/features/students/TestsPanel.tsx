import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AssessmentLine } from '#contract/assessments'
import { bothIn } from '#lib/both'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { bandTone } from '#lib/severity'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { latestTests } from './latest-tests.ts'
import { studentQueries } from './queries.ts'

const CourseChart = lazy(() => import('#ui/CourseChart').then((file) => ({ default: file.CourseChart })))

/** The latest result with each instrument, and how the newest of them went over time. */
export function TestsPanel({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  const { me } = useWorkplace()
  const { data: lines, error, refetch } = useQuery(studentQueries.tests(studentId))
  const latest = latestTests(lines ?? [])
  const repeated = latest.find(({ times }) => times > 1)
  return (
    <Panel
      title={t('students.tests')}
      extra={
        me.roles.includes('counselor') && (
          <Button size="small" onClick={() => openDialog({ kind: 'assessment', studentId })}>
            {t('students.giveTest')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} what={t('students.testsFailed')} onRetry={() => void refetch()} />}
      {lines && latest.length === 0 && <p className="field-hint">{t('students.noTests')}</p>}
      <Rows label={t('students.tests')}>
        {latest.map(({ line }) => (
          <LatestRow key={line.id} line={line} />
        ))}
      </Rows>
      {repeated && <SmallCourse line={repeated.line} />}
    </Panel>
  )
}

function LatestRow({ line }: { line: AssessmentLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { band, score } = line
  const isInterview = line.mode === 'interview'
  return (
    <Row
      name={line.short}
      hint={formatDate(line.takenOn ?? line.begunAt, today)}
      onOpen={() => void navigate(paths.assessment(line.id))}
      state={
        // Results of a round are read in the round; each is interpreted only when it is to leave.
        line.state === 'scored' && line.roundId === null ? (
          <Tag tone="amber">{t('codes.testStates.scored')}</Tag>
        ) : band ? (
          <Tag tone={bandTone(band.severity, isInterview)}>
            {[isInterview ? null : score, bothIn(currentLanguage(), band)].filter((part) => part !== null).join(' · ')}
          </Tag>
        ) : (
          score !== null && <Tag>{t('students.points', { n: score })}</Tag>
        )
      }
    />
  )
}

function SmallCourse({ line }: { line: AssessmentLine }) {
  const { t, i18n } = useTranslation()
  const { today } = useWorkplace()
  const { data } = useQuery(studentQueries.course(line.studentId, line.instrumentId))
  const scale = data?.scales[0]
  const drawn = useMemo(() => {
    const say = (text: { zh: string; en: string }) => bothIn(i18n.language === 'en' ? 'en' : 'zh', text)
    return {
      bands: scale?.bands.map((band) => ({ ...band, words: say(band) })) ?? [],
      points:
        scale?.points.map(({ on, score, band, valid }) => ({
          day: formatDate(on, today),
          score,
          band: band && say(band),
          isValid: valid,
        })) ?? [],
    }
  }, [scale, today, i18n.language])
  if (!scale) return null
  return (
    <figure>
      <figcaption className="field-hint">{t('assessments.course.title', { short: line.short })}</figcaption>
      <Suspense fallback={null}>
        <CourseChart
          title={t('assessments.course.title', { short: line.short })}
          scale={scale}
          bands={drawn.bands}
          points={drawn.points}
          isSmall
        />
      </Suspense>
    </figure>
  )
}
