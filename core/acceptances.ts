import type { Acceptance, AcceptanceLine, acceptances } from '#contract/acceptances'
import { daysBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import { standingOf } from '#core/acceptances/standing'
import type { AuditEvent } from '#core/audit'
import { enterBy, ensureOpenCase } from '#core/cases'
import { completenessOf } from '#core/cases/completeness'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { refuseAsking } from '#core/declines'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { isAtDesk, viewerIn } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import {
  type AcceptanceRow,
  findAcceptance,
  findAcceptanceLine,
  findAcceptanceLines,
  findOpenAcceptances,
  insertAcceptance,
  updateAcceptance,
} from '#db/repos/acceptances'
import { findOpenCase } from '#db/repos/cases'
import { stampRevisions } from '#db/repos/revisions'
import { findUsers } from '#db/repos/settings'
import { findStudent } from '#db/repos/students'

/*
 *   requested ──assign──▶ assigned ──giveBack──▶ returned ──assign──▶ assigned
 *       └────────────┬────────┴──────────────────────┘
 *                    ├──accept──▶ accepted
 *                    └──the student declines──▶ declined
 */
export const acceptancesHandlers: Handlers<typeof acceptances> = {
  standing: standingOf,
  list: (ctx, { state }) => findAcceptanceLines(ctx.db, state, viewerIn(ctx)).map((line) => seen(ctx, line)),
  get: (ctx, { acceptanceId }) => whole(ctx, acceptanceOf(ctx, acceptanceId)),
  request(ctx, { id, studentId, fields }) {
    if (findOpenAcceptances(ctx.db, studentId).length > 0) throw new AppError('conflict', { reason: 'already-asked' })
    refuseAsking(ctx, studentId, fields.basis)
    if (fields.askedOn > ctx.today()) throw new AppError('invalid', { field: 'fields.askedOn', reason: 'ahead' })
    const no = termNumber(ctx, 'acceptance', fields.askedOn, 3)
    insertAcceptance(ctx.db, { ...fields, id, studentId, no, enteredBy: ctx.me.id, enteredAt: ctx.now() })
    ctx.audit('acceptance.requested', { subjectId: id, studentId })
    return lineOf(ctx, id)
  },
  update(ctx, { acceptanceId, studentId, fields }) {
    if (isOpen(acceptanceOf(ctx, acceptanceId)) && fields.basis) refuseAsking(ctx, studentId, fields.basis)
    if ((fields.askedOn ?? '') > ctx.today())
      throw new AppError('invalid', { field: 'fields.askedOn', reason: 'ahead' })
    updateAcceptance(ctx.db, acceptanceId, fields)
    return whole(ctx, recorded(ctx, 'acceptance.changed', acceptanceId))
  },
  assign(ctx, { acceptanceId, toId }) {
    openOne(ctx, acceptanceId)
    found(
      counselors(ctx).find(({ id }) => id === toId),
      'toId',
    )
    const assigned = { assignedTo: toId, assignedBy: ctx.me.id, assignedAt: ctx.now() }
    updateAcceptance(ctx.db, acceptanceId, { ...assigned, state: 'assigned', answer: '' })
    recorded(ctx, 'acceptance.assigned', acceptanceId)
    return lineOf(ctx, acceptanceId)
  },
  accept(ctx, { acceptanceId, studentId, promisesStand, objection }) {
    const asked = openOne(ctx, acceptanceId)
    if (asked.basis !== 'crisis') refuseTaking(ctx, asked)
    const answer = objection.trim()
    if (asked.promises.trim() !== '' && promisesStand === null)
      throw new AppError('invalid', { field: 'promisesStand', reason: 'no-answer' })
    if (promisesStand === false && answer === '') throw new AppError('invalid', { field: 'objection', reason: 'empty' })
    const one = ensureOpenCase(ctx, studentId, ctx.today())
    enterBy(ctx, one, { basis: asked.basis, note: '' })
    updateAcceptance(ctx.db, acceptanceId, {
      state: 'accepted',
      answer: promisesStand === false ? answer : '',
      caseId: one.id,
      decidedBy: ctx.me.id,
      decidedAt: ctx.now(),
    })
    recorded(ctx, 'acceptance.accepted', acceptanceId)
    return { caseId: one.id, no: one.no, counselor: { id: one.counselorId, name: one.counselor } }
  },
  giveBack(ctx, { acceptanceId, reason }) {
    const { state, assignedTo } = openOne(ctx, acceptanceId)
    if (state !== 'assigned') throw new AppError('conflict', { reason: 'not-assigned' })
    if (assignedTo && assignedTo.id !== ctx.me.id && !ctx.me.roles.includes('director'))
      throw new AppError('conflict', { reason: 'assigned-elsewhere' })
    updateAcceptance(ctx.db, acceptanceId, { state: 'returned', assignedTo: null, answer: reason })
    recorded(ctx, 'acceptance.returned', acceptanceId)
    return lineOf(ctx, acceptanceId)
  },
  remove(ctx, { acceptanceId, studentId, reason }) {
    acceptanceOf(ctx, acceptanceId)
    updateAcceptance(ctx.db, acceptanceId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('acceptance.removed', { subjectId: acceptanceId, studentId })
    return { ok: true }
  },
  rules: (ctx) => getSetting(ctx.db, 'acceptanceRules'),
  saveRules(ctx, { rules }) {
    const backwards = rules.byGrade.findIndex(({ from, to }) => to < from)
    if (backwards >= 0)
      throw new AppError('invalid', { field: `rules.byGrade.${backwards}.to`, reason: 'ends-before-start' })
    saveSetting(ctx.db, 'acceptanceRules', rules)
    ctx.audit('settings.changed', { subjectId: 'acceptanceRules' })
    return { ok: true }
  },
}

/** A request that came back among the open ones is decided by nobody yet. */
export function reopened(ctx: WriteContext, id: string): void {
  const asked = findAcceptance(ctx.db, id)
  if (asked && isOpen(asked) && asked.decidedBy !== null) updateAcceptance(ctx.db, id, { decidedBy: null })
}

type Ctx = ReadContext | WriteContext
const isOpen = ({ state }: Pick<AcceptanceRow, 'state'>): boolean => state !== 'accepted' && state !== 'declined'
const acceptanceOf = (ctx: Ctx, id: string): AcceptanceRow => found(findAcceptance(ctx.db, id), 'acceptanceId')
const lineOf = (ctx: Ctx, id: string): AcceptanceLine =>
  seen(ctx, found(findAcceptanceLine(ctx.db, id, viewerIn(ctx)), 'id'))
const counselors = (ctx: Ctx) => findUsers(ctx.db).filter(({ roles }) => roles.includes('counselor'))

function openOne(ctx: WriteContext, id: string): AcceptanceRow {
  const asked = acceptanceOf(ctx, id)
  if (!isOpen(asked)) throw new AppError('conflict', { reason: `is-${asked.state}` })
  return asked
}

/** Whoever directs may also take what nobody was told to. */
function refuseTaking(ctx: WriteContext, { assignedTo }: AcceptanceRow): void {
  if (assignedTo !== null && assignedTo.id !== ctx.me.id)
    throw new AppError('conflict', { reason: 'assigned-elsewhere' })
  const { mode } = getSetting(ctx.db, 'acceptanceRules')
  if (mode === 'assigned' && assignedTo === null && !ctx.me.roles.includes('director'))
    throw new AppError('conflict', { reason: 'not-assigned' })
}

/** The desk, and whoever has no part in it, see who, since when and how far. */
function seen(ctx: Ctx, line: Omit<AcceptanceLine, 'days'>): AcceptanceLine {
  const isOpen = line.isOpen && !isAtDesk(ctx.me)
  return {
    ...line,
    isOpen,
    riskRank: isOpen ? line.riskRank : null,
    days: Math.max(0, daysBetween(line.askedOn, ctx.today())),
  }
}

function whole(ctx: Ctx, asked: AcceptanceRow): Acceptance {
  const student = found(findStudent(ctx.db, asked.studentId), 'studentId')
  const { mode, byGrade } = getSetting(ctx.db, 'acceptanceRules')
  const { gradeNo } = student
  const rule =
    mode === 'assigned' && gradeNo !== null && byGrade.find(({ from, to }) => from <= gradeNo && gradeNo <= to)
  const proposed = rule ? counselors(ctx).find(({ id }) => id === rule.counselorId) : undefined
  const openCase = findOpenCase(ctx.db, asked.studentId)
  const { profile } = getSetting(ctx.db, 'caseRules')
  const file = { student, visits: [], consents: [], hasDeclaration: false }
  return {
    ...asked,
    proposed: proposed ? { id: proposed.id, name: proposed.name } : null,
    openCase: openCase
      ? { id: openCase.id, no: openCase.no, counselor: openCase.counselor, isMine: openCase.counselorId === ctx.me.id }
      : null,
    lacks: completenessOf({ profile: profile.filter((field) => !LATER.has(field)) }, file).lacks,
  }
}
/** Of a file what only comes with the visits. */
const LATER: ReadonlySet<string> = new Set(['source', 'problem', 'notice', 'consent', 'declaration'])

function recorded(ctx: WriteContext, event: AuditEvent, id: string): AcceptanceRow {
  const asked = acceptanceOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: asked.studentId })
  return asked
}
