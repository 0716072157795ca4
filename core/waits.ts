import { daysBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Wait, waits } from '#contract/waits'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { refuseAsking } from '#core/declines'
import { found } from '#core/found'
import { isAtDesk, isOpenTo, viewerIn } from '#core/ownership'
import { findStudentsOfOthers } from '#db/repos/ownership'
import { findOpenUser } from '#db/repos/settings'
import { closeWait, findOpenWait, findOpenWaitOf, findOpenWaits, insertWait, updateWait } from '#db/repos/waits'

type Row = Omit<Wait, 'days'>

export const waitsHandlers: Handlers<typeof waits> = {
  list(ctx) {
    const others = findStudentsOfOthers(ctx.db, viewerIn(ctx))
    return findOpenWaits(ctx.db).map((row) => seen(ctx, row, !others.has(row.studentId)))
  },
  add(ctx, { id, studentId, fields }) {
    if (findOpenWaitOf(ctx.db, studentId)) throw new AppError('conflict', { reason: 'already-waiting' })
    refuseAsking(ctx, studentId)
    if (fields.receiverId !== null) found(findOpenUser(ctx.db, fields.receiverId), 'fields.receiverId')
    insertWait(ctx.db, { ...fields, id, studentId, enteredBy: ctx.me.id, enteredAt: ctx.now() })
    ctx.audit('wait.added', { subjectId: id, studentId })
    return waitOf(ctx, id)
  },
  update(ctx, { waitId, studentId, fields }) {
    found(findOpenWait(ctx.db, waitId), 'waitId')
    if (fields.receiverId) found(findOpenUser(ctx.db, fields.receiverId), 'fields.receiverId')
    const { note, ...rest } = fields
    updateWait(ctx.db, waitId, { ...rest, ...(note !== undefined && seesNote(ctx, waitId) && { note }) })
    ctx.audit('wait.changed', { subjectId: waitId, studentId })
    return waitOf(ctx, waitId)
  },
  leave(ctx, { waitId, studentId, outcome }) {
    found(findOpenWait(ctx.db, waitId), 'waitId')
    closeWait(ctx.db, waitId, { at: ctx.now(), outcome, visitId: null })
    ctx.audit('wait.left', { subjectId: waitId, studentId })
    return { ok: true }
  },
}

type Asking = ReadContext | WriteContext
const waitOf = (ctx: WriteContext, id: string): Wait =>
  seen(ctx, found(findOpenWait(ctx.db, id), 'waitId'), seesNote(ctx, id))
const seesNote = (ctx: WriteContext, waitId: string): boolean =>
  !isAtDesk(ctx.me) && isOpenTo(ctx, 'reason', 'wait', waitId)

/** The desk knows who waits since when, not why. */
function seen(ctx: Asking, row: Row, isOpen: boolean): Wait {
  const isDesk = isAtDesk(ctx.me)
  return {
    ...row,
    days: Math.max(0, daysBetween(row.since, ctx.today())),
    note: isOpen && !isDesk ? row.note : '',
    riskRank: isDesk ? null : row.riskRank,
  }
}
