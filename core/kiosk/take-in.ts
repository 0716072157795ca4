import { z } from 'zod'
import { localOf } from '#contract/calendar'
import { AppError } from '#contract/errors'
import { Answers } from '#contract/results'
import { Instant } from '#contract/times'
import { finishAssessment } from '#core/assessments/finish'
import { fileOf, refuseWrongSheet, saveSheet } from '#core/assessments/sheets'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting, saveSetting } from '#core/settings'
import { findAssessment, type StoredAssessment, updateAssessment } from '#db/repos/assessments'
import { clearKioskTokens, isAnyOut } from '#db/repos/kiosk'

/** What a sealed letter from the kiosk says. */
export const ReturnedSheet = z.object({
  assessmentId: z.uuid(),
  token: z.string(),
  answers: Answers,
  finished: z.boolean(),
  savedAt: Instant,
})
export type ReturnedSheet = z.infer<typeof ReturnedSheet>

/**
 * Letters taken in are remembered by sheet and digest: one whose file outlived a crash is known again and not refused; a
 * copy of it under the name of another sheet is not that letter.
 */
const REMEMBERED = 50
const memoryOf = (assessmentId: string, digest: string): string => `${assessmentId} ${digest}`
export const isTakenIn = ({ db }: Pick<ReadContext, 'db'>, assessmentId: string, digest: string): boolean =>
  getSetting(db, 'kioskTaken').includes(memoryOf(assessmentId, digest))

/**
 * Puts the answers onto the sheet they belong to. A finished one is scored, an unfinished one is kept with what it had and
 * stays open. `conflict` with `does-not-fit` when the sheet is not out, is not this one, or holds what cannot be ticked.
 */
export function takeInSheet(ctx: WriteContext, returned: ReturnedSheet, digest: string): void {
  const sheet = findAssessment(ctx.db, returned.assessmentId)
  if (!sheet || !fits(ctx, sheet, returned)) throw new AppError('conflict', { reason: 'does-not-fit' })
  const { id: assessmentId, studentId, details } = sheet
  updateAssessment(ctx.db, assessmentId, { kioskToken: null })
  saveSetting(
    ctx.db,
    'kioskTaken',
    [...getSetting(ctx.db, 'kioskTaken'), memoryOf(assessmentId, digest)].slice(-REMEMBERED),
  )
  ctx.audit('kiosk.sheet-taken-in', { subjectId: assessmentId, studentId })
  const { answers } = returned
  if (returned.finished)
    finishAssessment(ctx, { assessmentId, answers, details, takenOn: takenOn(sheet, returned, ctx.today()) })
  else saveSheet(ctx, { assessmentId, answers: { ...sheet.answers, ...answers }, details })
}

/** Whether a sheet is marked as out whose letter does not wait. */
export const isKioskOpen = ({ db }: Pick<ReadContext, 'db'>, waiting: readonly string[]): boolean =>
  isAnyOut(db, waiting)

/** Whoever is still marked as out has come back with nothing, unless the letter still waits. */
export const closeKiosk = ({ db }: WriteContext, waiting: readonly string[]): void => clearKioskTokens(db, waiting)

/** The student of these sheets and those of them that are this student's; sheets that are not there are left out. */
export function whoseSheets(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): { studentId: string | null; assessmentIds: string[] } {
  const sheets = ids.map((id) => findAssessment(db, id)).filter((sheet) => sheet !== undefined)
  const studentId = sheets[0]?.studentId ?? null
  return { studentId, assessmentIds: sheets.filter((sheet) => sheet.studentId === studentId).map(({ id }) => id) }
}

function fits(ctx: WriteContext, sheet: StoredAssessment, { token, answers }: ReturnedSheet): boolean {
  if (sheet.kioskToken === null || sheet.kioskToken !== token) return false
  if (sheet.state !== 'open' || sheet.mode !== 'kiosk') return false
  try {
    refuseWrongSheet(fileOf(ctx, sheet), { answers, details: {} })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return false
    throw error
  }
}

/** The day it was filled in, within what can be: the clock of a PC may have been wrong. */
function takenOn({ begunAt }: StoredAssessment, { savedAt }: ReturnedSheet, today: string): string {
  const day = localOf(savedAt).slice(0, 10)
  const earliest = begunAt.slice(0, 10)
  return day < earliest ? earliest : day > today ? today : day
}
