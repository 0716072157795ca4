import './test-dialog.css'
import { useState } from 'react'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { BeginTest } from './BeginTest.tsx'
import { FindStudent } from './FindStudent.tsx'

/** 开始测评: who it is about first, when that is not known yet. */
export function TestDialog({ request, onClose }: DialogProps<DialogOf<'assessment'>>) {
  const [studentId, setStudentId] = useState(request.studentId)
  if (!studentId) return <FindStudent onFound={setStudentId} onClose={onClose} />
  return <BeginTest studentId={studentId} instrumentId={request.instrumentId} onClose={onClose} />
}
