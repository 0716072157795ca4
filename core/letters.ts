import { addDays } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Letter, LetterLine, letters, LetterStatus } from '#contract/letters'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { isAtDesk, viewerIn } from '#core/ownership'
import { isSchoolDay } from '#core/school-days'
import { getSetting } from '#core/settings'
import {
  countLettersOn,
  findFirstOpeningDay,
  findLetter,
  findLetterLine,
  findLetterLines,
  findOpenings,
  insertLetter,
  putOpening,
  updateLetter,
} from '#db/repos/letters'
import { findWhose } from '#db/repos/ownership'
import { stampRevisions } from '#db/repos/revisions'
import { findOpenUser } from '#db/repos/settings'
import { findStudentIdOf } from '#db/repos/subjects'

/** How far back a day without an opening is reminded of. */
const LOOK_BACK = 14

/*
 *   unread ──update──▶ read ──answer──▶ answered
 *     └───────settle─────┴──▶ booked | crisis | filed
 */
export const lettersHandlers: Handlers<typeof letters> = {
  status: (ctx) => statusOf(ctx),
  list: (ctx, { state }) => findLetterLines(ctx.db, state, viewerIn(ctx)).map((line) => seen(ctx, line)),
  openings: (ctx, { from, to }) => findOpenings(ctx.db, from, to),
  get: (ctx, { letterId }) => letterOf(ctx, letterId),
  recordOpening(ctx, { day, count }) {
    if (day > ctx.today()) throw new AppError('invalid', { field: 'day', reason: 'not-yet' })
    if (count < countLettersOn(ctx.db, day))
      throw new AppError('conflict', { field: 'count', reason: 'more-registered' })
    putOpening(ctx.db, { day, count, openedBy: ctx.me.id, at: ctx.now() })
    ctx.audit('letterbox.opened', { subjectId: day })
    return statusOf(ctx)
  },
  register(ctx, { id, studentId, fields }) {
    if (studentId !== null) found(findStudentIdOf(ctx.db, 'student', studentId), 'studentId')
    if (fields.assignedTo !== null) found(findOpenUser(ctx.db, fields.assignedTo), 'fields.assignedTo')
    const { receivedOn } = fields
    insertLetter(ctx.db, {
      ...fields,
      id,
      studentId,
      no: termNumber(ctx, 'letter', receivedOn, 3),
      replyDue: fields.replyDue ?? addDays(receivedOn, getSetting(ctx.db, 'contactRules').letterDays),
      state: fields.summary.trim() === '' ? 'unread' : 'read',
      enteredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    countIn(ctx, receivedOn)
    ctx.audit('letter.registered', { subjectId: id, studentId })
    return seen(ctx, found(findLetterLine(ctx.db, id, viewerIn(ctx)), 'id'))
  },
  update(ctx, { letterId, toStudentId, fields }) {
    const letter = letterOf(ctx, letterId)
    const isTakingOver = fields.assignedTo === ctx.me.id && Object.keys(fields).length === 1 && toStudentId === null
    if (!isTakingOver) refuseGiven(ctx, letter)
    const { studentId, state } = letter
    if (toStudentId !== null) {
      if (studentId !== null && studentId !== toStudentId) throw new AppError('conflict', { reason: 'has-student' })
      found(findStudentIdOf(ctx.db, 'student', toStudentId), 'toStudentId')
    }
    if (fields.assignedTo) found(findOpenUser(ctx.db, fields.assignedTo), 'fields.assignedTo')
    const { replyDue, ...others } = fields
    updateLetter(ctx.db, letterId, {
      ...others,
      ...(replyDue != null && { replyDue }),
      ...(toStudentId !== null && { studentId: toStudentId }),
      ...(state === 'unread' && !isTakingOver && { state: 'read' }),
    })
    return recorded(ctx, 'letter.changed', letterId)
  },
  answer(ctx, { letterId, reply, at }) {
    refuseGiven(ctx, letterOf(ctx, letterId))
    updateLetter(ctx.db, letterId, { reply, answeredAt: at, state: 'answered' })
    return recorded(ctx, 'letter.answered', letterId)
  },
  settle(ctx, { letterId, studentId, state, bookingId }) {
    refuseGiven(ctx, letterOf(ctx, letterId))
    if (bookingId !== null && found(findStudentIdOf(ctx.db, 'visit', bookingId), 'bookingId') !== studentId)
      throw new AppError('conflict', { field: 'bookingId', reason: 'wrong-student' })
    updateLetter(ctx.db, letterId, { state, ...(bookingId !== null && { visitId: bookingId }) })
    return recorded(ctx, 'letter.settled', letterId)
  },
  notify(ctx, { letterId, at }) {
    refuseGiven(ctx, letterOf(ctx, letterId))
    updateLetter(ctx.db, letterId, { notifiedAt: at })
    return recorded(ctx, 'letter.notified', letterId)
  },
  remove(ctx, { letterId, studentId, reason }) {
    refuseGiven(ctx, letterOf(ctx, letterId))
    updateLetter(ctx.db, letterId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('letter.removed', { subjectId: letterId, studentId })
    return { ok: true }
  },
}

type Ctx = ReadContext | WriteContext

function statusOf(ctx: Ctx): LetterStatus {
  const today = ctx.today()
  const openings = findOpenings(ctx.db, addDays(today, -LOOK_BACK), today)
  const opened = new Set(openings.map(({ day }) => day))
  const began = findFirstOpeningDay(ctx.db) ?? today
  const days = Array.from({ length: LOOK_BACK }, (_, i) => addDays(today, -i - 1))
  const lines = findLetterLines(ctx.db, 'open', null)
  return {
    today: openings.find(({ day }) => day === today) ?? null,
    missing: days.filter((day) => day > began && !opened.has(day) && isSchoolDay(ctx, day)),
    unread: lines.filter(({ state }) => state === 'unread').length,
    overdue: lines.filter(({ replyDue }) => replyDue !== null && replyDue < today).length,
  }
}

/** Whoever registers a letter has opened the box. */
function countIn(ctx: WriteContext, day: string): void {
  const [opening] = findOpenings(ctx.db, day, day)
  const count = Math.max(opening?.count ?? 0, countLettersOn(ctx.db, day))
  if (count === opening?.count) return
  putOpening(ctx.db, { day, count, openedBy: ctx.me.id, at: ctx.now() })
  if (!opening) ctx.audit('letterbox.opened', { subjectId: day })
}

/** A letter of a colleague's student is there, and no more; the desk hands it on. */
function seen(ctx: Ctx, line: Omit<LetterLine, 'isOverdue'>): LetterLine {
  const isOpen = line.isOpen && !isAtDesk(ctx.me)
  const isWaiting = line.state === 'unread' || line.state === 'read'
  return {
    ...line,
    isOpen,
    riskRank: isOpen ? line.riskRank : null,
    isOverdue: isWaiting && line.replyDue !== null && line.replyDue < ctx.today(),
  }
}

const letterOf = (ctx: Ctx, id: string): Letter => found(findLetter(ctx.db, id), 'letterId')

/** In nobody's case the gate has nothing to ask: there a letter is whoever's who was given it, else of whoever opened the box. */
function refuseGiven(ctx: WriteContext, { id, assignedTo }: Letter): void {
  if (assignedTo === null || assignedTo.id === ctx.me.id) return
  if (!findWhose(ctx.db, 'letter', id)?.holderId) throw new AppError('forbidden', { reason: 'given' })
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Letter {
  const letter = letterOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: letter.studentId })
  return letter
}
