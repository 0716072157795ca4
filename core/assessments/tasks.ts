import type { InPersonTask } from '#contract/assessments'
import { AppError } from '#contract/errors'
import type { Result } from '#contract/results'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import { findTask, findTasksOf, insertTask, updateTask } from '#db/repos/tasks'

/** How soon somebody has to ask in person; null when nothing was answered or left blank that calls for it. */
function urgencyOf({ critical, askInPerson }: Result): 'immediate' | 'same-day' | null {
  if (critical.some(({ urgency }) => urgency === 'immediate')) return 'immediate'
  return critical.length > 0 || askInPerson.length > 0 ? 'same-day' : null
}

/** One task for everything on a sheet that has to be asked in person, whatever the total (S30). */
export function raiseTask(ctx: WriteContext, sheet: { id: string; studentId: string }, result: Result): void {
  const urgency = urgencyOf(result)
  if (urgency === null) return
  const id = ctx.newId()
  insertTask(ctx.db, {
    id,
    studentId: sheet.studentId,
    assessmentId: sheet.id,
    urgency,
    critical: mostSeriousFirst(result.critical),
    blanks: result.askInPerson,
    raisedAt: ctx.now(),
  })
  ctx.audit('task.raised', { subjectId: id, studentId: sheet.studentId })
}

/**
 * After a sheet was corrected: nothing for what was asked already. What is new is added to the task that waits, which has
 * to be read again then, or makes a task of its own.
 */
export function raiseWhatIsNew(ctx: WriteContext, sheet: { id: string; studentId: string }, result: Result): void {
  const tasks = findTasksOf(ctx.db, sheet.id)
  const isAsked = ({ item, answer }: Result['critical'][number]): boolean =>
    tasks.some(({ critical }) => critical.some((one) => one.item === item && one.answer.zh === answer.zh))
  const isBlankAsked = ({ item }: { item: string }): boolean =>
    tasks.some(({ critical, blanks }) => [...critical, ...blanks].some((one) => one.item === item))
  if (result.critical.every(isAsked) && result.askInPerson.every(isBlankAsked)) return
  const waiting = tasks.find(({ closedAt }) => closedAt === null)
  if (!waiting) return raiseTask(ctx, sheet, result)
  const critical = mostSeriousFirst([
    ...result.critical,
    ...waiting.critical.filter(({ item }) => result.critical.every((one) => one.item !== item)),
  ])
  updateTask(ctx.db, waiting.id, {
    urgency: critical[0]?.urgency ?? waiting.urgency,
    critical: JSON.stringify(critical),
    blanks: JSON.stringify([
      ...waiting.blanks,
      ...result.askInPerson.filter(({ item }) => waiting.blanks.every((one) => one.item !== item)),
    ]),
    acknowledgedAt: null,
    acknowledgedBy: null,
  })
  ctx.audit('task.raised', { subjectId: waiting.id, studentId: sheet.studentId })
}

const mostSeriousFirst = (critical: Result['critical']): Result['critical'] => [
  ...critical.filter(({ urgency }) => urgency === 'immediate'),
  ...critical.filter(({ urgency }) => urgency !== 'immediate'),
]

/** Somebody has read it and will see to it. The first to say so stays. */
export function acknowledgeTask(ctx: WriteContext, taskId: string): InPersonTask {
  const task = openTask(ctx, taskId)
  if (task.acknowledgedAt !== null) return task
  updateTask(ctx.db, taskId, { acknowledgedAt: ctx.now(), acknowledgedBy: ctx.me.id })
  return recorded(ctx, 'task.acknowledged', taskId)
}

/** The student was seen. Whoever closes a task has read it, too. */
export function closeTask(
  ctx: WriteContext,
  taskId: string,
  seen: { seenOn: string; outcome: NonNullable<InPersonTask['outcome']>; note: string },
): InPersonTask {
  const task = openTask(ctx, taskId)
  if (seen.note.trim() === '') throw new AppError('invalid', { field: 'note', reason: 'empty' })
  if (seen.seenOn > ctx.today()) throw new AppError('invalid', { field: 'seenOn', reason: 'future' })
  const now = ctx.now()
  updateTask(ctx.db, taskId, {
    ...seen,
    closedAt: now,
    closedBy: ctx.me.id,
    ...(task.acknowledgedAt === null && { acknowledgedAt: now, acknowledgedBy: ctx.me.id }),
  })
  return recorded(ctx, 'task.closed', taskId)
}

function openTask(ctx: WriteContext, taskId: string): InPersonTask {
  const task = found(findTask(ctx.db, taskId), 'taskId')
  if (task.closedAt !== null) throw new AppError('conflict', { reason: 'already-closed' })
  return task
}

function recorded(ctx: WriteContext, event: 'task.acknowledged' | 'task.closed', taskId: string): InPersonTask {
  const task = found(findTask(ctx.db, taskId), 'taskId')
  ctx.audit(event, { subjectId: taskId, studentId: task.studentId })
  return task
}
