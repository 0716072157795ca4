import { useQuery } from '@tanstack/react-query'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { studentHeaderQuery } from '#lib/student-header'
import { emptyForm, formOf } from './student-form.ts'
import { StudentSheet } from './StudentSheet.tsx'

/** Adds a student, or shows the details of one to be put right. */
export function StudentDialog({ request, onClose }: DialogProps<DialogOf<'student'>>) {
  const { data: header } = useQuery(studentHeaderQuery(request.studentId ?? ''))
  if (request.studentId === null) return <StudentSheet studentId={null} start={emptyForm} onClose={onClose} />
  if (!header) return null
  return <StudentSheet studentId={request.studentId} start={formOf(header.student)} onClose={onClose} />
}
