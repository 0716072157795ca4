import type { Case } from '#contract/cases'
import type { Student } from '#contract/students'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { findCasesByStudent } from '#db/repos/cases'
import { findStudent } from '#db/repos/students'

/** The parts of a student that some paper shows; phones, address and remarks stay in the vault. */
export const personOf = (ctx: ReadContext, studentId: string): { student: Student } => ({
  student: {
    ...found(findStudent(ctx.db, studentId), 'subjectId'),
    nationalNo: null,
    phone: null,
    address: null,
    dormitory: null,
    note: null,
    guardians: [],
  },
})

/** For the number on a paper: without a word of how the case went, since whoever prints it may not read that. */
export function newestCaseOf({ db }: ReadContext, studentId: string): Case | null {
  const newest = findCasesByStudent(db, studentId)[0]
  return newest ? { ...newest, closeReason: null, closeNote: '', advice: '', explanation: '' } : null
}
