import { useState } from 'react'
import { WaitDialog } from '#features/appointments/WaitDialog'
import { FindVisitor } from '#features/visits/FindVisitor'
import type { DialogOf, DialogProps } from '#lib/dialogs'

/** The waiting list: who it is first, when that is not known yet. */
export function WaitRoom({ request, onClose }: DialogProps<DialogOf<'wait'>>) {
  const [studentId, setStudentId] = useState(request.studentId)
  return studentId ? (
    <WaitDialog studentId={studentId} wait={request.wait} observation={request.observation} onClose={onClose} />
  ) : (
    <FindVisitor startText="" isAhead onFound={setStudentId} onClose={onClose} />
  )
}
