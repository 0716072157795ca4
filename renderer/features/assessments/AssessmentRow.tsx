import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AssessmentLine } from '#contract/assessments'
import { bothIn } from '#lib/both'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { bandTone } from '#lib/severity'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** One test of one student: when, who, with what, what came out, and the next step. */
export function AssessmentRow({ line }: { line: AssessmentLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { state, band, score } = line
  const open = () => void navigate(paths.assessment(line.id))
  const isInterview = line.mode === 'interview'
  const isDone = state === 'scored' || state === 'interpreted'
  return (
    <Row
      lead={<span className="tests-day">{formatDate(line.takenOn ?? line.begunAt, today)}</span>}
      name={line.studentName}
      hint={[
        line.className,
        line.short,
        state === 'open'
          ? t('assessments.answered', { n: line.answered, all: line.itemCount })
          : t(`codes.testModes.${line.mode}`),
        line.no,
      ]
        .filter(Boolean)
        .join(' · ')}
      state={
        <>
          {line.critical > 0 && <Tag tone="red">{t('assessments.criticalCount', { n: line.critical })}</Tag>}
          {isDone && line.valid === false && <Tag tone="amber">{t('assessments.invalid')}</Tag>}
          {isDone && band && (
            <Tag tone={bandTone(band.severity, isInterview)}>
              {[isInterview ? null : score, bothIn(currentLanguage(), band)]
                .filter((part) => part !== null)
                .join(' · ')}
            </Tag>
          )}
          {isDone && !band && score !== null && <Tag>{t('assessments.points', { n: score })}</Tag>}
          {state !== 'interpreted' && (
            <Tag tone={state === 'scored' ? 'amber' : 'plain'}>{t(`codes.testStates.${state}`)}</Tag>
          )}
        </>
      }
      verb={
        <Button size="small" onClick={open}>
          {t(`assessments.verbs.${state}`)}
        </Button>
      }
      onOpen={open}
    />
  )
}
