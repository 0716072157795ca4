import './attachments.css'
import { useTranslation } from 'react-i18next'
import { useMay } from '#lib/rights'
import { Panel } from '#ui/Panel'
import { AttachmentRows } from './AttachmentRows.tsx'
import { FileTaker } from './FileTaker.tsx'
import type { Of } from './queries.ts'

const SHOWN = 4

/** All papers of a student; what is put in here belongs to `of`. */
export function AttachmentsPanel({ studentId, of }: { studentId: string; of: Of }) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Panel title={t('attachments.title')}>
      <AttachmentRows studentId={studentId} of={null} first={SHOWN} />
      {may('attachments.add') && <FileTaker studentId={studentId} of={of} kind="other" />}
    </Panel>
  )
}
