import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { leaveDialogs } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { ErrorState } from './ErrorState.tsx'
import { SideSheet } from './SideSheet.tsx'

type Props = Pick<Parameters<typeof SideSheet>[0], 'title' | 'who' | 'onClose'> & {
  studentId: string | null | undefined
  error: unknown
  /** What was tried, e.g. 没能打开这封信. */
  what: string
}

/** A sheet whose record is not there yet, or does not open: for one of a colleague's the student's page asks for a reason. */
export function UnopenedSheet({ title, who, studentId, error, what, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toStudent = (id: string) => {
    leaveDialogs()
    void navigate(paths.student(id))
  }
  return (
    <SideSheet title={title} who={who} onClose={onClose}>
      {error !== null && <ErrorState error={error} what={what} />}
      {error !== null && studentId && <Button onClick={() => toStudent(studentId)}>{t('frame.toStudent')}</Button>}
    </SideSheet>
  )
}
