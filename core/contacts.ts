import { daysBetween } from '#contract/calendar'
import { agreedThen, replyDueOf, toldBeyond } from '#contract/contact-rules'
import type { Contact, ContactFields, contacts, SupportPerson } from '#contract/contacts'
import { AppError } from '#contract/errors'
import type { AuditEvent } from '#core/audit'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { isAtDesk, refuseOthers, viewerIn } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import {
  findContact,
  findContactLine,
  findContactLines,
  findContactsByStudent,
  type FoundLine,
  insertContact,
  updateContact,
} from '#db/repos/contacts'
import { stampRevisions } from '#db/repos/revisions'
import { findOpenUser } from '#db/repos/settings'
import { findStudentIdOf } from '#db/repos/subjects'
import { contactsDue } from './contacts/asked.ts'
import { addPerson, bringIn, changePerson, dropPerson, personOf, personsOf } from './contacts/persons.ts'

const MOST_DAYS = 92

export const contactsHandlers: Handlers<typeof contacts> = {
  persons: (ctx, { studentId }) => personsOf(ctx, studentId),
  addPerson,
  changePerson,
  removePerson: (ctx, { studentId, personId, reason }) => dropPerson(ctx, studentId, personId, reason),
  bringIn: (ctx, { studentId }) => bringIn(ctx, studentId),
  listByStudent: (ctx, { studentId }) => findContactsByStudent(ctx.db, studentId),
  get: (ctx, { contactId }) => found(findContact(ctx.db, contactId), 'contactId'),
  list(ctx, { from, to }) {
    if (daysBetween(from, to) > MOST_DAYS) throw new AppError('invalid', { field: 'to', reason: 'too-long' })
    const isDesk = isAtDesk(ctx.me)
    return findContactLines(ctx.db, from, to, viewerIn(ctx)).map((line) => seen(line, isDesk))
  },
  due: (ctx) => contactsDue(ctx, getSetting(ctx.db, 'contactRules')),
  record(ctx, { id, studentId, answersId, fields }) {
    if (studentId !== null) found(findStudentIdOf(ctx.db, 'student', studentId), 'studentId')
    insertContact(ctx.db, {
      ...checked(ctx, studentId, fields),
      id,
      studentId,
      enteredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    if (answersId !== null) answered(ctx, answersId, studentId, fields)
    return recorded(ctx, 'contact.recorded', id)
  },
  update(ctx, { contactId, studentId, fields }) {
    const before = found(findContact(ctx.db, contactId), 'contactId')
    updateContact(ctx.db, contactId, checked(ctx, studentId, fields, before))
    return recorded(ctx, 'contact.changed', contactId)
  },
  settle(ctx, { contactId, at }) {
    if (found(findContact(ctx.db, contactId), 'contactId').repliedAt !== null)
      throw new AppError('conflict', { reason: 'already-replied' })
    updateContact(ctx.db, contactId, { repliedAt: at, repliedBy: ctx.me.id })
    return recorded(ctx, 'contact.settled', contactId)
  },
  passOn(ctx, { contactId, toId }) {
    found(findContact(ctx.db, contactId), 'contactId')
    found(findOpenUser(ctx.db, toId), 'toId')
    updateContact(ctx.db, contactId, { passedTo: toId })
    return recorded(ctx, 'contact.passed-on', contactId)
  },
  assign(ctx, { contactId, toStudentId }) {
    if (found(findContact(ctx.db, contactId), 'contactId').studentId !== null)
      throw new AppError('conflict', { reason: 'has-student' })
    found(findStudentIdOf(ctx.db, 'student', toStudentId), 'toStudentId')
    updateContact(ctx.db, contactId, { studentId: toStudentId })
    return recorded(ctx, 'contact.assigned', contactId)
  },
  remove(ctx, { contactId, studentId, reason }) {
    updateContact(ctx.db, contactId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('contact.removed', { subjectId: contactId, studentId })
    return { ok: true }
  },
  recordFeedback(ctx, { studentId, at, lines }) {
    for (const { id, relation, outcome, note } of lines) {
      const fields = { ...EMPTY, kind: 'feedback' as const, at, relation, outcome, summary: note }
      insertContact(ctx.db, { ...fields, id, studentId, enteredBy: ctx.me.id, enteredAt: ctx.now() })
      ctx.audit('contact.recorded', { subjectId: id, studentId })
    }
    return { ok: true }
  },
  rules: (ctx) => getSetting(ctx.db, 'contactRules'),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'contactRules', rules)
    ctx.audit('settings.changed', { subjectId: 'contactRules' })
    return { ok: true }
  },
}

type Stored = Omit<ContactFields, 'awaitsReply'>
const EMPTY: Omit<Stored, 'kind' | 'at' | 'relation' | 'outcome'> = {
  minutes: null,
  direction: 'out',
  way: 'in-person',
  personId: null,
  name: '',
  summary: '',
  toldTopics: [],
  told: '',
  exceptionGround: null,
  answer: '',
  agreed: '',
  replyDue: null,
  dueReason: '',
  nextOn: null,
  nextTopic: '',
  leftAt: null,
  collectedBy: '',
}

/** The fields as they are kept: whom it was with, what may be told to them, until when they wait. */
function checked(
  ctx: WriteContext,
  studentId: string | null,
  { awaitsReply, ...fields }: ContactFields,
  before?: Contact,
): Stored {
  const person =
    fields.personId === null || studentId === null ? null : withWhom(ctx, studentId, fields.personId, before)
  const { name, relation } = person ?? fields
  const mayKnow = person?.mayKnow ?? []
  refuseTelling(ctx, studentId, { ...fields, relation })
  const beyond = toldBeyond(relation, mayKnow, fields.toldTopics)
  if (beyond.length > 0 && fields.exceptionGround === null)
    throw new AppError('invalid', { field: 'fields.exceptionGround', reason: 'beyond-agreed' })
  return {
    ...fields,
    personId: person?.id ?? null,
    name,
    relation,
    exceptionGround: beyond.length > 0 ? fields.exceptionGround : null,
    replyDue: awaitsReply ? dueOf(ctx, fields) : null,
    dueReason: awaitsReply ? fields.dueReason : '',
  }
}

type Person = Pick<SupportPerson, 'id' | 'name' | 'relation' | 'mayKnow'>
/** Somebody on the list; a contact that is corrected keeps the one it was with, also when they are off it by now. */
function withWhom(ctx: WriteContext, studentId: string, personId: string, before: Contact | undefined): Person {
  const isOff = !personsOf(ctx, studentId).persons.some(({ id }) => id === personId)
  if (!before || !isOff || before.personId !== personId || before.relation === 'student')
    return personOf(ctx, studentId, personId)
  return { id: personId, name: before.name, relation: before.relation, mayKnow: agreedThen(before) }
}

/** Whoever tells others something about a student is the counselor of the case, and says what it was about. */
function refuseTelling(
  ctx: WriteContext,
  studentId: string | null,
  { relation, told, toldTopics }: Pick<ContactFields, 'relation' | 'told' | 'toldTopics'>,
): void {
  if (relation === 'student' || (toldTopics.length === 0 && told.trim() === '')) return
  if (isAtDesk(ctx.me)) throw new AppError('invalid', { field: 'fields.told', reason: 'desk-tells-nothing' })
  if (studentId === null) throw new AppError('invalid', { field: 'fields.told', reason: 'about-nobody' })
  if (toldTopics.length === 0) throw new AppError('invalid', { field: 'fields.toldTopics', reason: 'no-topic' })
  refuseOthers(ctx, 'never', 'student', studentId)
}

function dueOf(ctx: WriteContext, { kind, at, replyDue, dueReason }: Stored): string {
  const rule = replyDueOf(getSetting(ctx.db, 'contactRules'), kind, at)
  if (replyDue !== null && replyDue > rule && dueReason === '')
    throw new AppError('invalid', { field: 'fields.dueReason', reason: 'later-than-rule' })
  return replyDue ?? rule
}

function answered(ctx: WriteContext, id: string, studentId: string | null, { at, outcome }: ContactFields): void {
  const waiting = found(findContact(ctx.db, id), 'answersId')
  if (waiting.studentId !== null && waiting.studentId !== studentId)
    throw new AppError('conflict', { field: 'answersId', reason: 'wrong-student' })
  if (waiting.repliedAt !== null || outcome === 'not-reached') return
  updateContact(ctx.db, id, {
    repliedAt: at,
    repliedBy: ctx.me.id,
    ...(waiting.studentId === null && studentId !== null && { studentId }),
  })
  ctx.audit('contact.settled', { subjectId: id, studentId })
}

/** The desk sees who and when; the level is for whoever may read the case. */
const seen = ({ nextTopic: _why, ...line }: FoundLine, isDesk: boolean) => ({
  ...line,
  riskRank: isDesk || !line.isOpen ? null : line.riskRank,
  isOpen: line.isOpen && !isDesk,
})

function recorded(ctx: WriteContext, event: AuditEvent, id: string) {
  const line = found(findContactLine(ctx.db, id, viewerIn(ctx)), 'contactId')
  ctx.audit(event, { subjectId: id, studentId: line.studentId })
  return seen(line, isAtDesk(ctx.me))
}
