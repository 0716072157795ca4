import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AssessmentLine } from '#contract/assessments'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** A sheet that was paused, or a result that waits for its interpretation. */
export function TestRow({ line }: { line: AssessmentLine }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const isOpen = line.state === 'open'
  const day = (line.takenOn ?? line.begunAt).slice(0, 10)
  return (
    <Row
      name={line.studentName}
      onOpen={() => void navigate(paths.student(line.studentId))}
      hint={[
        day === today ? t('today.thisDay') : formatDate(day, today),
        line.short,
        isOpen && t('today.answered', { n: line.answered, all: line.itemCount }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={<Tag tone="amber">{t(isOpen ? 'today.paused' : 'today.notInterpreted')}</Tag>}
      verb={
        <Button size="small" onClick={() => void navigate(paths.assessment(line.id))}>
          {t(isOpen ? 'today.continue' : 'today.interpret')}
        </Button>
      }
    />
  )
}
