import { AppError } from '#contract/errors'
import type { Student, StudentFields, StudentHit, students } from '#contract/students'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { isAtDesk, isOpenTo } from '#core/ownership'
import { fold, nameSortOf, rankOf, searchKeysOf } from '#core/student-keys'
import { timelineOf } from '#core/timeline'
import type { ReadableDb } from '#db/connection'
import { findHardship } from '#db/repos/aid'
import { findHolder, findOpenCase } from '#db/repos/cases'
import { consentStateOf } from '#core/consents'
import { findOpenAcceptances } from '#db/repos/acceptances'
import { findOpenCrisisId } from '#db/repos/crises'
import { findStandingDecline } from '#db/repos/declines'
import { countWaitingReferrals } from '#db/repos/referrals'
import { findCurrentRisk } from '#db/repos/risks'
import {
  findGrades,
  findStudent,
  findStudentByNo,
  findStudentHits,
  findStudentKeys,
  findStudentPage,
  insertStudent,
  updateStudent,
} from '#db/repos/students'
import { countVisits, countVisitsOf } from '#db/repos/visits'

const CANDIDATES = 2000
/** So many of the best are looked at more closely. */
const WEIGHED = 60
export const UNKNOWN: StudentFields = {
  kind: 'guest',
  name: '',
  sex: null,
  birthDate: null,
  studentNo: null,
  nationalNo: null,
  ethnicity: null,
  gradeNo: null,
  classNo: null,
  grade: null,
  className: null,
  entryYear: null,
  college: null,
  major: null,
  headTeacher: null,
  boarding: null,
  dormitory: null,
  phone: null,
  address: null,
  note: null,
}
const UNIDENTIFIED = {
  birthDate: null,
  studentNo: null,
  nationalNo: null,
  headTeacher: null,
  dormitory: null,
  phone: null,
  address: null,
}

export const studentsHandlers: Handlers<typeof students> = {
  find(ctx, { text, limit }) {
    const best = matching(ctx.db, text)?.slice(0, Math.max(limit, WEIGHED)) ?? []
    const visits = countVisitsOf(
      ctx.db,
      best.map(({ studentId }) => studentId),
    )
    const visitsOf = ({ studentId }: Match): number => visits.get(studentId) ?? 0
    // Among equals, whoever has been here more often is more likely meant.
    const ids = best
      .sort((a, b) => b.rank - a.rank || visitsOf(b) - visitsOf(a))
      .slice(0, limit)
      .map(({ studentId }) => studentId)
    const hits = asSeen(ctx, findStudentHits(ctx.db, ids))
    return ids.flatMap((id) => hits.find((hit) => hit.id === id) ?? [])
  },
  list(ctx, { text, grade, className, known, offset, limit }) {
    const ids = matching(ctx.db, text)?.map(({ studentId }) => studentId) ?? null
    const page = findStudentPage(ctx.db, { ids, grade, className, known }, offset, limit)
    return { ...page, rows: asSeen(ctx, page.rows), grades: findGrades(ctx.db) }
  },
  header(ctx, { studentId }) {
    const student = found(findStudent(ctx.db, studentId), 'studentId')
    const risk = findCurrentRisk(ctx.db, studentId)
    const consents = consentStateOf(ctx, studentId)
    const openCase = findOpenCase(ctx.db, studentId)
    const decline = findStandingDecline(ctx.db, studentId)
    return {
      student,
      risk: risk ?? null,
      noticeOn: consents.find(({ purpose }) => purpose === 'notice')?.givenBy[0]?.givenOn ?? null,
      consents: consents.flatMap(({ purpose, givenBy }) => givenBy.map(({ signer }) => ({ kind: purpose, signer }))),
      consentConflicts: consents.flatMap(({ purpose, conflict }) => (conflict ? purpose : [])),
      consentsOver: consents.flatMap(({ purpose, expired }) => (expired ? purpose : [])),
      openCase: openCase ? { id: openCase.id, no: openCase.no, openedOn: openCase.openedOn } : null,
      holder: findHolder(ctx.db, studentId) ?? null,
      visitCount: countVisits(ctx.db, studentId),
      openCrisisId: findOpenCrisisId(ctx.db, studentId) ?? null,
      waitingReferrals: countWaitingReferrals(ctx.db, studentId),
      hardSince: hardSince(ctx, studentId),
      decline: decline ? { id: decline.id, onDay: decline.onDay, askAgainOn: decline.askAgainOn } : null,
      openRequestId: findOpenAcceptances(ctx.db, studentId)[0]?.id ?? null,
    }
  },
  timeline: (ctx, { studentId, limit }) => timelineOf(ctx.db, { studentId, limit, viewerId: ctx.me.id }),
  add(ctx, { id, fields, guardians }) {
    const student = asKept({ ...UNKNOWN, ...fields, id, guardians, leftOn: null })
    refuseTakenNumber(ctx, student)
    insertStudent(ctx.db, student, derivedOf(student, ctx.now()))
    ctx.audit('student.added', { subjectId: id, studentId: id })
    return student
  },
  update(ctx, { studentId, fields, guardians }) {
    const before = found(findStudent(ctx.db, studentId), 'studentId')
    const student = asKept({ ...before, ...fields, guardians: guardians ?? before.guardians })
    refuseTakenNumber(ctx, student)
    updateStudent(ctx.db, student, derivedOf(student, ctx.now()))
    ctx.audit('student.changed', { subjectId: studentId, studentId })
    return student
  },
}

/** Only for whoever may read the file. */
function hardSince(ctx: ReadContext, studentId: string): string | null {
  if (!isOpenTo(ctx, 'reason', 'student', studentId)) return null
  const mark = findHardship(ctx.db, studentId)
  return mark && mark.endedOn === null ? mark.since : null
}

/** The desk finds students and sees no risk. */
const asSeen = ({ me }: ReadContext, hits: StudentHit[]): StudentHit[] =>
  isAtDesk(me) ? hits.map((hit) => ({ ...hit, riskRank: null })) : hits

/** Of somebody under a 化名 nothing is kept that identifies. */
const asKept = (student: Student): Student =>
  student.kind === 'alias' ? { ...student, ...UNIDENTIFIED, guardians: [] } : student

/** What is worked out from a student's data whenever it is stored. */
export const derivedOf = (student: StudentFields, now: string) => ({
  nameSort: nameSortOf(student.name),
  keys: searchKeysOf(student),
  now,
})

type Match = { studentId: string; rank: number }

/** Students that hold every word of the text, best first; null when the text is empty. */
function matching(db: ReadableDb, text: string): Match[] | null {
  const tokens = fold(text)
    .split(/[\s|]+/u)
    .filter(Boolean)
  if (tokens.length === 0) return null
  return findStudentKeys(db, tokens, CANDIDATES)
    .map(({ studentId, keys }) => ({ studentId, rank: rankOf(keys, tokens) }))
    .sort((a, b) => b.rank - a.rank)
}

export function refuseTakenNumber(ctx: WriteContext, student: Pick<Student, 'id' | 'studentNo'>): void {
  if (student.studentNo === null) return
  const owner = findStudentByNo(ctx.db, student.studentNo)
  if (owner && owner.id !== student.id)
    throw new AppError('conflict', { field: 'fields.studentNo', reason: 'number-taken' })
}
