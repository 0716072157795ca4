import type { Student } from '#contract/students'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
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
