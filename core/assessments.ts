import type { Assessment, assessments } from '#contract/assessments'
import { AppError } from '#contract/errors'
import { beginAssessment } from '#core/assessments/begin'
import { courseOf } from '#core/assessments/course'
import { finishAssessment } from '#core/assessments/finish'
import { blocksOf, factsOf } from '#core/assessments/gates'
import { toLines } from '#core/assessments/lines'
import { fileOf, saveSheet, sheetOf } from '#core/assessments/sheets'
import { acknowledgeTask, closeTask } from '#core/assessments/tasks'
import type { AuditEvent } from '#core/audit'
import type { Handlers, WriteContext } from '#core/context'
import { summaries } from '#core/instruments/summaries'
import { viewerIn } from '#core/ownership'
import { keepSeen, takeOutOfRound } from '#core/screenings/mark-entry'
import {
  findAssessmentLinesByStudent,
  findAssessmentLinesInState,
  findAssessmentPage,
} from '#db/repos/assessment-lines'
import { findLastTaken, insertInterpretation, updateAssessment } from '#db/repos/assessments'
import { findOpenTaskLines } from '#db/repos/tasks'

export const assessmentsHandlers: Handlers<typeof assessments> = {
  choices(ctx, { studentId }) {
    const student = factsOf(ctx, studentId)
    const lastTaken = findLastTaken(ctx.db, studentId)
    return summaries(ctx)
      .filter(({ retired }) => !retired)
      .map((instrument) => ({
        instrumentId: instrument.id,
        blocks: blocksOf(instrument, student, false),
        tooYoung: student.age !== null && instrument.ageMin !== null && student.age < instrument.ageMin,
        lastTakenOn: lastTaken.get(instrument.id) ?? null,
      }))
  },
  begin(ctx, input) {
    beginAssessment(ctx, input)
    return sheetOf(ctx, input.id)
  },
  answer: (ctx, sheet) => ({ savedAt: saveSheet(ctx, sheet) }),
  finish(ctx, sheet) {
    finishAssessment(ctx, sheet)
    return sheetOf(ctx, sheet.assessmentId)
  },
  withdraw(ctx, { assessmentId, reason }) {
    const { state, studentId, roundId } = sheetOf(ctx, assessmentId)
    if (state === 'interpreted') throw new AppError('conflict', { reason: 'already-interpreted' })
    if (state === 'withdrawn') throw new AppError('conflict', { reason: 'already-withdrawn' })
    if (roundId !== null) takeOutOfRound(ctx, { roundId, studentId })
    updateAssessment(ctx.db, assessmentId, { state: 'withdrawn', withdrawnReason: reason, roundId: null })
    return recorded(ctx, 'assessment.withdrawn', assessmentId)
  },
  interpret(ctx, { assessmentId, id, text }) {
    const { state } = sheetOf(ctx, assessmentId)
    if (state !== 'scored' && state !== 'interpreted') throw new AppError('conflict', { reason: 'not-scored' })
    if (text.trim() === '') throw new AppError('invalid', { field: 'text', reason: 'empty' })
    insertInterpretation(ctx.db, { id, assessmentId, text, at: ctx.now(), by: ctx.me.id })
    updateAssessment(ctx.db, assessmentId, { state: 'interpreted' })
    return recorded(ctx, 'assessment.interpreted', assessmentId)
  },
  feedBack(ctx, { assessmentId, on, to }) {
    const { state, takenOn } = sheetOf(ctx, assessmentId)
    if (state !== 'interpreted') throw new AppError('conflict', { reason: 'not-interpreted' })
    if (on > ctx.today()) throw new AppError('invalid', { field: 'on', reason: 'future' })
    if (takenOn !== null && on < takenOn) throw new AppError('invalid', { field: 'on', reason: 'before-test' })
    updateAssessment(ctx.db, assessmentId, { fedBackOn: on, fedBackTo: to })
    return recorded(ctx, 'assessment.fed-back', assessmentId)
  },
  get(ctx, { assessmentId }) {
    const assessment = sheetOf(ctx, assessmentId)
    return { assessment, instrument: fileOf(ctx, assessment) }
  },
  listByStudent: (ctx, { studentId }) => toLines(ctx, findAssessmentLinesByStudent(ctx.db, studentId)),
  list(ctx, { state, instrumentId, offset, limit }) {
    const { total, rows } = findAssessmentPage(ctx.db, { state, instrumentId, viewer: viewerIn(ctx) }, offset, limit)
    return { total, rows: toLines(ctx, rows) }
  },
  course: (ctx, { studentId, instrumentId }) => courseOf(ctx, studentId, instrumentId),
  tasks: (ctx) => findOpenTaskLines(ctx.db),
  waiting: (ctx) => ({
    open: toLines(ctx, findAssessmentLinesInState(ctx.db, 'open', viewerIn(ctx))),
    scored: toLines(ctx, findAssessmentLinesInState(ctx.db, 'scored', viewerIn(ctx))),
  }),
  acknowledgeTask: (ctx, { taskId }) => acknowledgeTask(ctx, taskId),
  closeTask(ctx, { taskId, seenOn, outcome, note }) {
    const task = closeTask(ctx, taskId, { seenOn, outcome, note })
    const { roundId, studentId } = sheetOf(ctx, task.assessmentId)
    if (roundId !== null) keepSeen(ctx, { roundId, studentId, seenOn, outcome, note })
    return task
  },
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Assessment {
  const assessment = sheetOf(ctx, id)
  ctx.audit(event, { subjectId: id, studentId: assessment.studentId })
  return assessment
}
