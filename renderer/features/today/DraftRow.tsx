import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import type { DialogRequest } from '#lib/dialogs'
import { formatDate, formatTime, localOf } from '#lib/format'
import { studentHeaderQuery } from '#lib/student-header'
import { useWorkplace } from '#lib/workplace'
import { Row } from '#ui/Row'
import { Tag } from '#ui/Tag'

type DraftLine = { form: string; subjectId: string; savedAt: string }

/** Forms about a student that open again as a dialog; their drafts are kept under the dialog's kind. */
const requestOf = ({ form, subjectId }: DraftLine): DialogRequest | null => {
  switch (form) {
    case 'visit':
      return { kind: 'visit', studentId: subjectId || null }
    case 'referral':
    case 'risk':
    case 'consent':
      return subjectId ? { kind: form, studentId: subjectId } : null
    case 'student':
      return { kind: 'student', studentId: subjectId || null }
    default:
      return null
  }
}

/** A form that was begun and not sent. */
export function DraftRow({ draft }: { draft: DraftLine }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const request = requestOf(draft)
  const { data: header } = useQuery({ ...studentHeaderQuery(draft.subjectId), enabled: request?.studentId != null })
  if (!request) return null
  const at = localOf(draft.savedAt)
  return (
    <Row
      name={header?.student.name ?? t(`today.drafts.${draft.form}`)}
      hint={[
        header && t(`today.drafts.${draft.form}`),
        at.startsWith(today)
          ? t('today.begunAt', { time: formatTime(at) })
          : t('today.begunOn', { date: formatDate(at) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={<Tag tone="amber">{t('today.notSent')}</Tag>}
      verb={
        <Button size="small" onClick={() => openDialog(request)}>
          {t('today.continue')}
        </Button>
      }
    />
  )
}
