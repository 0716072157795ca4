import type { aid, AidFields, AidReferral, AidRules, Hardship } from '#contract/aid'
import { addDays } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { defaultAidOffices } from '#core/defaults'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { viewerIn } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import { findAid, findAidByStudent, findAidDue, findHardship, insertAid, putHardship, updateAid } from '#db/repos/aid'
import { stampRevisions } from '#db/repos/revisions'

/*
 *   sent ──answer──▶ waiting (the office is at it, with a new day) ──answer──▶ granted | not-granted
 *     └──withdraw──▶ withdrawn
 */
export const aidHandlers: Handlers<typeof aid> = {
  ofStudent: (ctx, { studentId }) => ({
    hardship: findHardship(ctx.db, studentId) ?? null,
    referrals: findAidByStudent(ctx.db, studentId),
  }),
  get: (ctx, { aidId }) => aidOf(ctx, aidId),
  mark(ctx, { studentId, fields }) {
    const { by, at } = { by: ctx.me.id, at: ctx.now() }
    putHardship(ctx.db, { ...fields, studentId, endedOn: null, by, at })
    return marked(ctx, 'aid.marked', studentId)
  },
  endMark(ctx, { studentId, endedOn }) {
    const mark = findHardship(ctx.db, studentId)
    if (!mark || mark.endedOn !== null) throw new AppError('conflict', { reason: 'not-marked' })
    if (endedOn < mark.since) throw new AppError('invalid', { field: 'endedOn', reason: 'before-since' })
    const { since, note } = mark
    putHardship(ctx.db, { since, note, studentId, endedOn, by: ctx.me.id, at: ctx.now() })
    return marked(ctx, 'aid.mark-ended', studentId)
  },
  refer(ctx, { id, studentId, fields }) {
    insertAid(ctx.db, {
      ...checked(ctx, fields),
      id,
      studentId,
      no: termNumber(ctx, 'aid', fields.onDay, 3),
      enteredBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    return recorded(ctx, 'aid.referred', id)
  },
  update(ctx, { aidId, fields }) {
    aidOf(ctx, aidId)
    updateAid(ctx.db, aidId, checked(ctx, fields))
    return recorded(ctx, 'aid.changed', aidId)
  },
  answer(ctx, { aidId, fields: { answerDue, ...answer } }) {
    const { state, onDay } = aidOf(ctx, aidId)
    if (state === 'withdrawn') throw new AppError('conflict', { reason: 'withdrawn' })
    if (answer.answeredOn < onDay) throw new AppError('invalid', { field: 'fields.answeredOn', reason: 'due-before' })
    if (answer.state !== 'waiting') updateAid(ctx.db, aidId, answer)
    else {
      const until = answerDue ?? addDays(answer.answeredOn, rulesOf(ctx).answerDays)
      if (until < answer.answeredOn) throw new AppError('invalid', { field: 'fields.answerDue', reason: 'due-before' })
      updateAid(ctx.db, aidId, { ...answer, answerDue: until })
    }
    return recorded(ctx, 'aid.answered', aidId)
  },
  withdraw(ctx, { aidId, reason }) {
    if (aidOf(ctx, aidId).state === 'withdrawn') throw new AppError('conflict', { reason: 'withdrawn' })
    updateAid(ctx.db, aidId, { state: 'withdrawn', outcome: reason, answeredOn: ctx.today() })
    return recorded(ctx, 'aid.withdrawn', aidId)
  },
  remove(ctx, { aidId, studentId, reason }) {
    aidOf(ctx, aidId)
    updateAid(ctx.db, aidId, { deletedAt: ctx.now() })
    stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
    ctx.audit('aid.removed', { subjectId: aidId, studentId })
    return { ok: true }
  },
  due: (ctx) => findAidDue(ctx.db, ctx.today(), viewerIn(ctx)),
  rules: (ctx) => rulesOf(ctx),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'aidRules', { ...rules, offices: [...new Set(rules.offices)] })
    ctx.audit('settings.changed', { subjectId: 'aidRules' })
    return { ok: true }
  },
}

type Ctx = ReadContext | WriteContext
const aidOf = (ctx: Ctx, id: string): AidReferral => found(findAid(ctx.db, id), 'aidId')

/** A room that has named no offices yet starts with those that most schools have. */
function rulesOf(ctx: Ctx): AidRules {
  const { answerDays, offices } = getSetting(ctx.db, 'aidRules')
  return { answerDays, offices: offices ?? defaultAidOffices(getSetting(ctx.db, 'preferences').language) }
}

/** As it is kept: something is told, somebody has agreed to it or one of the exceptions holds, and there is a day for the answer. */
function checked(ctx: WriteContext, fields: AidFields): AidFields & { answerDue: string } {
  if (fields.told.trim() === '') throw new AppError('invalid', { field: 'fields.told', reason: 'nothing-told' })
  const isAgreed = fields.agreedBy.length > 0
  if (!isAgreed && fields.exceptionGround === null)
    throw new AppError('invalid', { field: 'fields.exceptionGround', reason: 'no-agreement' })
  const answerDue = fields.answerDue ?? addDays(fields.onDay, rulesOf(ctx).answerDays)
  if (answerDue < fields.onDay) throw new AppError('invalid', { field: 'fields.answerDue', reason: 'due-before' })
  return {
    ...fields,
    agreedBy: [...new Set(fields.agreedBy)],
    exceptionGround: isAgreed ? null : fields.exceptionGround,
    answerDue,
  }
}

function marked(ctx: WriteContext, event: AuditEvent, studentId: string): Hardship {
  ctx.audit(event, { subjectId: studentId, studentId })
  return found(findHardship(ctx.db, studentId), 'studentId')
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): AidReferral {
  const referral = aidOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: referral.studentId })
  return referral
}
