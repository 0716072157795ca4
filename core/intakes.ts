import { AppError } from '#contract/errors'
import type { Intake, intakes, Known } from '#contract/intakes'
import { intakeLacks } from '#contract/intake-parts'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { isNewStretch } from '#core/new-stretch'
import { openCase } from '#core/open-case'
import { findAssessmentsByStudent } from '#db/repos/assessments'
import { findCase } from '#db/repos/cases'
import { finishIntake, findIntake, insertIntake, reopenIntake, updateIntake } from '#db/repos/intakes'
import { findNotesByStudent } from '#db/repos/notes'
import { findStudent } from '#db/repos/students'
import { findVisitsByStudent } from '#db/repos/visits'

/** What an intake takes in of the visits and tests before it. */
const VISITS = 3
const TESTS = 4

/*
 *   (nothing) ──save──▶ draft ──save──▶ draft ──finish──▶ finished ──reopen, with a reason──▶ draft
 */
export const intakesHandlers: Handlers<typeof intakes> = {
  get: (ctx, { caseId }) => findIntake(ctx.db, caseId) ?? null,
  known: (ctx, { caseId }) => knownOf(ctx, caseId),
  save(ctx, { caseId, studentId, version, body }) {
    openCase(ctx, caseId)
    const stamp = { version: version + 1, by: ctx.me.id, savedAt: ctx.now() }
    const intake = findIntake(ctx.db, caseId)
    if (!intake) {
      if (version !== 0) throw new AppError('conflict', { reason: 'moved-on' })
      const id = ctx.newId()
      insertIntake(ctx.db, { id, caseId, studentId, body, ...stamp })
      ctx.audit('intake.started', { subjectId: id, studentId })
      return found(findIntake(ctx.db, caseId), 'caseId')
    }
    if (intake.finishedAt !== null) throw new AppError('conflict', { reason: 'finished' })
    if (JSON.stringify(intake.body) === JSON.stringify(body)) return intake
    if (intake.version !== version) throw new AppError('conflict', { reason: 'moved-on' })
    updateIntake(ctx.db, intake.id, body, stamp)
    if (isNewStretch(ctx, intake.savedAt)) ctx.audit('intake.saved', { subjectId: intake.id, studentId })
    return found(findIntake(ctx.db, caseId), 'caseId')
  },
  finish(ctx, { caseId, studentId, version }) {
    openCase(ctx, caseId)
    const intake = found(findIntake(ctx.db, caseId), 'caseId')
    if (intake.finishedAt !== null) throw new AppError('conflict', { reason: 'finished' })
    if (intake.version !== version) throw new AppError('conflict', { reason: 'moved-on' })
    const lack = intakeLacks(intake.body)[0]
    if (lack) throw new AppError('invalid', { field: lack, reason: 'empty' })
    finishIntake(ctx.db, intake.id, ctx.now())
    ctx.audit('intake.finished', { subjectId: intake.id, studentId })
    return found(findIntake(ctx.db, caseId), 'caseId')
  },
  reopen(ctx, { caseId, studentId, reason }) {
    openCase(ctx, caseId)
    const { id: intakeId, body: before, finishedAt } = finishedIntake(ctx, caseId)
    const [by, at] = [ctx.me.id, ctx.now()]
    reopenIntake(ctx.db, { id: ctx.newId(), intakeId, reason, before, finishedAt, by, at })
    ctx.audit('intake.reopened', { subjectId: intakeId, studentId })
    return found(findIntake(ctx.db, caseId), 'caseId')
  },
}

function finishedIntake(ctx: WriteContext, caseId: string): Intake & { finishedAt: string } {
  const intake = found(findIntake(ctx.db, caseId), 'caseId')
  const { finishedAt } = intake
  if (finishedAt === null) throw new AppError('conflict', { reason: 'not-finished' })
  return { ...intake, finishedAt }
}

function knownOf(ctx: ReadContext, caseId: string): Known {
  const { studentId } = found(findCase(ctx.db, caseId), 'caseId')
  const student = findStudent(ctx.db, studentId)
  const problems = new Map(
    findNotesByStudent(ctx.db, studentId, 500).flatMap(({ visitId, state, body }) =>
      state === 'signed' ? [[visitId, body.problem] as const] : [],
    ),
  )
  const visits = findVisitsByStudent(ctx.db, studentId, 500)
    .filter((visit) => visit.caseId === caseId && visit.arrivedAt !== null)
    .slice(-VISITS)
    .toReversed()
  return {
    visits: visits.map(({ id, arrivedAt, source, request, primaryProblem, otherProblems }) => ({
      on: (arrivedAt ?? '').slice(0, 10),
      source,
      request,
      primaryProblem,
      otherProblems,
      problem: problems.get(id) ?? '',
    })),
    tests: findAssessmentsByStudent(ctx.db, studentId, 50)
      .flatMap(({ state, takenOn, short, score, band }) =>
        state === 'interpreted' && takenOn !== null && score !== null
          ? [{ on: takenOn, short, score, band: band && { zh: band.zh, en: band.en } }]
          : [],
      )
      .slice(0, TESTS),
    guardians: student?.guardians.map(({ relation }) => relation).filter(Boolean) ?? [],
    boarding: student?.boarding ?? null,
  }
}
