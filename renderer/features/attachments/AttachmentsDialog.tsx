import './attachments.css'
import { useTranslation } from 'react-i18next'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useMay } from '#lib/rights'
import { useWho } from '#lib/student-header'
import { SheetDialog } from '#ui/SheetDialog'
import { AttachmentRows } from './AttachmentRows.tsx'
import { FileTaker } from './FileTaker.tsx'

/** The papers of one record, and a place to put another. */
export function AttachmentsDialog({ request, onClose }: DialogProps<DialogOf<'attachments'>>) {
  const { t } = useTranslation()
  const may = useMay()
  const { studentId, about, aboutId } = request
  const { who } = useWho(studentId)
  const of = { about, aboutId }
  return (
    <SheetDialog
      title={
        about === 'student'
          ? t('attachments.title')
          : t('attachments.of', { about: t(`codes.attachmentAbouts.${about}`) })
      }
      who={who}
      width={760}
      onClose={onClose}
    >
      <AttachmentRows studentId={studentId} of={about === 'student' ? null : of} />
      {may('attachments.add') && (
        <FileTaker studentId={studentId} of={of} kind={about === 'consent' ? 'signed-paper' : 'other'} />
      )}
    </SheetDialog>
  )
}
