import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AskAgain } from '#contract/declines'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

/** Somebody who did not want to come and agreed to be asked again by now. */
export function AskAgainRow({ line }: { line: AskAgain }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const { id: declineId, studentId, askAgainOn } = line
  return (
    <Row
      lead={<Tag>{askAgainOn === today ? t('today.thisDay') : formatDate(askAgainOn, today)}</Tag>}
      name={line.studentName}
      hint={[line.className, t('declines.askNow')].filter(Boolean).join(' · ')}
      onOpen={() => void navigate(paths.student(studentId))}
      verb={
        <Button size="small" onClick={() => openDialog({ kind: 'decline-sheet', declineId, studentId })}>
          {t('declines.ask')}
        </Button>
      }
    />
  )
}
