import { AttachmentsPanel } from '#features/attachments/AttachmentsPanel'
import { ConsentsPanel } from '#features/consents/ConsentsPanel'

/** What was agreed to, and what was signed, scanned or brought. */
export const PapersPanel = ({ studentId, caseId }: { studentId: string; caseId: string }) => (
  <div className="case-papers">
    <ConsentsPanel studentId={studentId} />
    <AttachmentsPanel studentId={studentId} of={{ about: 'case', aboutId: caseId }} />
  </div>
)
