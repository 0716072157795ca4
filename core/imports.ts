import { schoolYearOf } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Import, imports, SheetMapping } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { decodeBase64 } from '#core/imports/base64'
import { describeMapped, describeSheets } from '#core/imports/describe-sheet'
import { planImport, type ImportPlan } from '#core/imports/plan-import'
import { proceedWith, waitingRows } from '#core/imports/proceed-import'
import { takeBack } from '#core/imports/take-back'
import type { School } from '#core/imports/understand'
import type { Workbook } from '#core/imports/workbook'
import { getSetting, saveSetting } from '#core/settings'
import { findImport, findImports, insertImport } from '#db/repos/imports'

/** Files that wait; more than a person has open at once is memory for nothing. */
const MOST_OPEN_FILES = 2
const SAMPLE_ROWS = 20

export const importsHandlers: Handlers<typeof imports> = {
  async inspect(ctx, { fileName, content }) {
    const workbook = await ctx.services.readWorkbook(fileName, decodeBase64(content))
    const fileId = ctx.newId()
    const { openFiles } = ctx.services
    openFiles.set(fileId, { fileName, workbook })
    for (const oldest of [...openFiles.keys()].slice(0, -MOST_OPEN_FILES)) openFiles.delete(oldest)
    return { fileId, sheets: describeSheets(workbook, schoolOf(ctx, null)) }
  },
  preview(ctx, { fileId, mappings, classes }) {
    const { workbook } = openFile(ctx, fileId)
    const { sheets, understanding, rows, errors } = plan(ctx, workbook, mappings, classes)
    const count = (change: string): number => rows.filter((row) => row.change === change).length
    return {
      sheets,
      rows: understanding.rows,
      importable: rows.length,
      added: count('new'),
      updated: count('update'),
      unchanged: count('same'),
      duplicates: understanding.duplicates,
      errors,
      warnings: understanding.warnings,
      classes: understanding.classes,
      sample: rows.slice(0, SAMPLE_ROWS),
    }
  },
  start(ctx, { id, fileId, mappings, classes }) {
    const { fileName, workbook } = openFile(ctx, fileId)
    const { rows, errors, understanding } = plan(ctx, workbook, mappings, classes)
    if (rows.length === 0) throw new AppError('invalid', { field: 'mappings', reason: 'no-roster' })
    const classesBefore = getSetting(ctx.db, 'classes')
    if (classes) saveSetting(ctx.db, 'classes', classes)
    insertImport(ctx.db, {
      id,
      fileName,
      startedAt: ctx.now(),
      by: ctx.me.name,
      rows: waitingRows(rows, classes ? { before: classesBefore, after: classes } : null),
      rowCount: rows.length,
      done: 0,
      added: 0,
      updated: 0,
      skipped: errors.length + understanding.duplicates.length,
      finished: false,
      undoneAt: null,
    })
    ctx.audit('import.started', { subjectId: id })
    return { importId: id, rows: rows.length }
  },
  proceed(ctx, { importId, offset }) {
    const state = found(findImport(ctx.db, importId), 'importId')
    if (state.finished || state.undoneAt !== null || offset !== state.done)
      return { done: state.done, rows: state.rowCount, finished: state.finished }
    const next = proceedWith(ctx, state)
    ctx.audit('import.proceeded', { subjectId: importId })
    return next
  },
  list: (ctx): Import[] => findImports(ctx.db),
  undo(ctx, { importId }) {
    const state = found(findImport(ctx.db, importId), 'importId')
    if (state.undoneAt !== null) throw new AppError('conflict', { field: 'importId', reason: 'already-undone' })
    const result = takeBack(ctx, state)
    ctx.audit('import.undone', { subjectId: importId })
    return result
  },
  forget(ctx, { fileId }) {
    ctx.services.openFiles.delete(fileId)
    return { ok: true }
  },
}

/** The same reading for the preview and for the import itself, so that what was shown is what happens. */
function plan(
  ctx: ReadContext | WriteContext,
  workbook: Workbook,
  mappings: readonly SheetMapping[],
  classes: readonly SchoolClass[] | null,
): ImportPlan & { sheets: ReturnType<typeof describeMapped> } {
  const school = schoolOf(ctx, classes)
  const sheets = describeMapped(workbook, mappings, school)
  return {
    sheets,
    ...planImport(
      ctx.db,
      workbook,
      sheets.map(({ mapping }) => mapping),
      school,
    ),
  }
}

const openFile = (ctx: ReadContext | WriteContext, fileId: string): { fileName: string; workbook: Workbook } =>
  found(ctx.services.openFiles.get(fileId), 'fileId')

function schoolOf(ctx: ReadContext | WriteContext, classes: readonly SchoolClass[] | null): School {
  const today = ctx.today()
  return {
    stage: getSetting(ctx.db, 'school').stage,
    schoolYear: schoolYearOf(today),
    today,
    classes: classes ?? getSetting(ctx.db, 'classes'),
  }
}
