import { AppError } from '#contract/errors'
import type { GrowthFields, GrowthMark, growth } from '#contract/growth'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { findAssessmentsByStudent } from '#db/repos/assessments'
import { findGrowth, insertGrowth, updateGrowth } from '#db/repos/growth'
import { findVisitsByStudent } from '#db/repos/visits'

const MARKS = 500

export const growthHandlers: Handlers<typeof growth> = {
  listByStudent: (ctx, { studentId }) => ({
    entries: findGrowth(ctx.db, studentId),
    marks: marksOf(ctx, studentId),
  }),
  add(ctx, { id, studentId, fields }) {
    check(ctx, fields)
    insertGrowth(ctx.db, { ...fields, id, studentId, by: ctx.me.id, enteredAt: ctx.now() })
    ctx.audit('growth.added', { subjectId: id, studentId })
    return { ok: true }
  },
  change(ctx, { growthId, studentId, fields }) {
    check(ctx, fields)
    updateGrowth(ctx.db, growthId, fields)
    ctx.audit('growth.changed', { subjectId: growthId, studentId })
    return { ok: true }
  },
  remove(ctx, { growthId, studentId }) {
    updateGrowth(ctx.db, growthId, { deletedAt: ctx.now() })
    ctx.audit('growth.removed', { subjectId: growthId, studentId })
    return { ok: true }
  },
}

function check(ctx: WriteContext, { onDay, text }: GrowthFields): void {
  if (text.trim() === '') throw new AppError('invalid', { field: 'fields.text', reason: 'empty' })
  if (onDay > ctx.today()) throw new AppError('invalid', { field: 'fields.onDay', reason: 'ahead' })
}

/** When the student came and was tested, newest first. */
const marksOf = ({ db }: ReadContext, studentId: string): GrowthMark[] =>
  [
    ...findVisitsByStudent(db, studentId, MARKS)
      .filter(({ arrivedAt }) => arrivedAt !== null)
      .map(({ id, onDay, ordinal }): GrowthMark => ({ kind: 'visit', id, onDay, name: String(ordinal) })),
    ...findAssessmentsByStudent(db, studentId, MARKS).flatMap(({ id, takenOn, short }): GrowthMark[] =>
      takenOn === null ? [] : [{ kind: 'test', id, onDay: takenOn, name: short ?? '' }],
    ),
  ].toSorted((a, b) => b.onDay.localeCompare(a.onDay))
