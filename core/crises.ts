import { AppError } from '#contract/errors'
import { REPORTING_STEPS, type CrisisStep } from '#contract/code-tables'
import type { Crisis, CrisisEntry, crises } from '#contract/crises'
import type { AuditEvent } from '#core/audit'
import { enterBy, ensureOpenCase } from '#core/cases'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { findOpenCase } from '#db/repos/cases'
import {
  findCrisis,
  findCrisisLines,
  findOpenCrisisId,
  insertCrisis,
  insertCrisisEntry,
  strikeCrisisEntry,
  updateCrisis,
} from '#db/repos/crises'

export const crisesHandlers: Handlers<typeof crises> = {
  get: (ctx, { crisisId }) => found(findCrisis(ctx.db, crisisId), 'crisisId'),
  list: (ctx, { state }) => findCrisisLines(ctx.db, state),
  open(ctx, { id, studentId }) {
    const already = findOpenCrisisId(ctx.db, studentId)
    if (already) return found(findCrisis(ctx.db, already), 'studentId')
    const openedAt = ctx.localNow()
    const isNew = !findOpenCase(ctx.db, studentId)
    const one = ensureOpenCase(ctx, studentId, ctx.today())
    if (isNew) enterBy(ctx, one, { basis: 'crisis', note: '' })
    insertCrisis(ctx.db, {
      id,
      no: termNumber(ctx, 'crisis', ctx.today(), 3),
      studentId,
      openedAt,
      openedBy: ctx.me.id,
      enteredAt: ctx.now(),
    })
    return recorded(ctx, 'crisis.opened', id)
  },
  stamp(ctx, { crisisId, id, step, text, at }) {
    openCrisis(ctx, crisisId)
    if (step === null && text.trim() === '') throw new AppError('invalid', { field: 'text', reason: 'empty' })
    writeEntry(ctx, crisisId, { id, step, text, at: at ?? ctx.localNow() })
    return recorded(ctx, 'crisis.stamped', crisisId)
  },
  strike(ctx, { crisisId, entryId, reason }) {
    openCrisis(ctx, crisisId)
    if (!strikeCrisisEntry(ctx.db, crisisId, entryId, { struckAt: ctx.now(), struckReason: reason }))
      throw new AppError('not-found', { field: 'entryId' })
    return recorded(ctx, 'crisis.struck', crisisId)
  },
  save(ctx, { crisisId, fields }) {
    updateCrisis(ctx.db, crisisId, fields)
    return recorded(ctx, 'crisis.changed', crisisId)
  },
  close(ctx, { crisisId, outcome, closeNote, missingReason }) {
    const crisis = openCrisis(ctx, crisisId)
    if (closeNote.trim() === '') throw new AppError('invalid', { field: 'closeNote', reason: 'empty' })
    if (REPORTING_STEPS.some((step) => !isDone(crisis, step))) {
      if (missingReason === '') throw new AppError('conflict', { reason: 'unreported' })
      writeReason(ctx, crisisId, missingReason)
    }
    updateCrisis(ctx.db, crisisId, { state: 'closed', closedAt: ctx.localNow(), outcome, closeNote })
    return recorded(ctx, 'crisis.closed', crisisId)
  },
  reopen(ctx, { crisisId, studentId, reason }) {
    if (findOpenCrisisId(ctx.db, studentId)) throw new AppError('conflict', { reason: 'other-open-crisis' })
    ensureOpenCase(ctx, studentId, ctx.today())
    updateCrisis(ctx.db, crisisId, { state: 'open', closedAt: null, outcome: null })
    writeReason(ctx, crisisId, reason)
    return recorded(ctx, 'crisis.reopened', crisisId)
  },
}

const isDone = (crisis: Crisis, step: CrisisStep): boolean =>
  crisis.entries.some((entry) => entry.step === step && entry.struckAt === null)

const writeEntry = (
  ctx: WriteContext,
  crisisId: string,
  entry: Pick<CrisisEntry, 'id' | 'step' | 'text' | 'at'>,
): void => insertCrisisEntry(ctx.db, { ...entry, crisisId, by: ctx.me.id, enteredAt: ctx.now() })

const writeReason = (ctx: WriteContext, crisisId: string, text: string): void =>
  writeEntry(ctx, crisisId, { id: ctx.newId(), step: null, text, at: ctx.localNow() })

function openCrisis(ctx: WriteContext, id: string): Crisis {
  const crisis = found(findCrisis(ctx.db, id), 'crisisId')
  if (crisis.state === 'closed') throw new AppError('conflict', { reason: 'crisis-closed' })
  return crisis
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Crisis {
  const crisis = found(findCrisis(ctx.db, id), 'crisisId')
  ctx.audit(event, { subjectId: id, studentId: crisis.studentId })
  return crisis
}
