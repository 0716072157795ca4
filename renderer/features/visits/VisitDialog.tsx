import { useState } from 'react'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { FindVisitor } from './FindVisitor.tsx'
import { NewVisitor } from './NewVisitor.tsx'
import { RegisterVisit } from './RegisterVisit.tsx'

/** 来访登记: who it is first, when that is not known yet, then the visit. */
export function VisitDialog({ request, onClose }: DialogProps<DialogOf<'visit'>>) {
  const [studentId, setStudentId] = useState(request.studentId)
  if (studentId)
    return <RegisterVisit studentId={studentId} slot={request.slot} settles={request.settles} onClose={onClose} />
  if (request.newcomer)
    return <NewVisitor kind={request.newcomer} name={request.text ?? ''} onKnown={setStudentId} onClose={onClose} />
  return (
    <FindVisitor
      startText={request.text ?? ''}
      newcomer={request.newcomer}
      isAhead={request.slot !== undefined}
      onFound={setStudentId}
      onClose={onClose}
    />
  )
}
