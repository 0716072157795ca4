import type { z } from 'zod'
import { AppError } from '#contract/errors'
import type { kiosk, KioskForm } from '#contract/kiosk'
import { fileOf, sheetOf } from '#core/assessments/sheets'
import type { ReadContext, WriteContext } from '#core/context'
import { refuseOthers } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import { updateAssessment } from '#db/repos/assessments'
import { kioskForm } from './form.ts'

export type KioskStart = z.output<NonNullable<(typeof kiosk.start)['~orpc']['inputSchema']>>
/** What the host may know while a student sits there. */
export type Prepared = { sheets: { assessmentId: string; token: string }[]; publicKey: string; forms: KioskForm[] }
type Fresh = { keys(): { publicKey: string; privateKey: string }; token(): string }

/**
 * Lets sheets out to the kiosk. `forbidden` for sheets of somebody else's case; `conflict` with `wrong-student`, `not-open` or
 * `not-kiosk`.
 */
export function prepareKiosk(ctx: WriteContext, { studentId, assessmentIds }: KioskStart, fresh: Fresh): Prepared {
  if (new Set(assessmentIds).size !== assessmentIds.length)
    throw new AppError('invalid', { field: 'assessmentIds', reason: 'twice' })
  const sheets = assessmentIds.map((id) => letOut(ctx, studentId, id, fresh.token()))
  const keys = getSetting(ctx.db, 'kioskKeys') ?? fresh.keys()
  saveSetting(ctx.db, 'kioskKeys', keys)
  ctx.audit('kiosk.opened', { studentId })
  return {
    publicKey: keys.publicKey,
    sheets: sheets.map(({ assessmentId, token }) => ({ assessmentId, token })),
    forms: sheets.map(({ form }) => form),
  }
}

/** What opens the letters that come back; null while no sheet was ever out. */
export const kioskKeysOf = ({ db }: Pick<ReadContext, 'db'>): { publicKey: string; privateKey: string } | null =>
  getSetting(db, 'kioskKeys')

/** `token`: from now on only answers that carry it are those of the sheet. */
function letOut(ctx: WriteContext, studentId: string, assessmentId: string, token: string) {
  const sheet = sheetOf(ctx, assessmentId)
  refuseOthers(ctx, 'never', 'assessment', assessmentId)
  const refuse = (reason: string) => new AppError('conflict', { field: 'assessmentIds', reason })
  if (sheet.studentId !== studentId) throw refuse('wrong-student')
  if (sheet.state !== 'open') throw refuse('not-open')
  const file = fileOf(ctx, sheet)
  if (sheet.mode !== 'kiosk' || file.kind !== 'self-report') throw refuse('not-kiosk')
  updateAssessment(ctx.db, assessmentId, { kioskToken: token })
  return { assessmentId, token, form: kioskForm(file) }
}
