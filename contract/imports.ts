import { z } from 'zod'
import { read, write } from '#contract/procedure'
import { IMPORT_FIELDS, ROW_PROBLEMS } from '#contract/roster-lists'
import { SchoolClass } from '#contract/settings'
import { Guardian, StudentFields } from '#contract/students'
import { Done, Instant, Line } from '#contract/times'

/** How one sheet is read. `headerRow` is 1-based as the spreadsheet shows it; columns map to a field or to nothing. */
export const SheetMapping = z.object({
  sheet: z.string(),
  use: z.boolean(),
  headerRow: z.int().min(1).nullable(),
  /** Empty: find out again, for this header row. */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()),
})
export type SheetMapping = z.infer<typeof SheetMapping>

export const SheetView = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rowCount: z.int(),
  /** Rows that the author has hidden; they are left out. */
  hiddenRows: z.int(),
  /** Titles found in the header row, by column. */
  titles: z.array(z.string()),
  /** A few rows under the header as read. */
  sample: z.array(z.array(z.string())),
  mapping: SheetMapping,
  /** Why a sheet is not used by itself: `not-a-roster`, `hidden`, `empty`; null when it is used. */
  skipped: z.enum(['not-a-roster', 'hidden', 'empty']).nullable(),
})
export type SheetView = z.infer<typeof SheetView>

export const RowIssue = z.object({
  sheet: z.string(),
  /** Row as the spreadsheet shows it; in text files the physical line. */
  row: z.int(),
  reason: z.enum(ROW_PROBLEMS),
  field: z.enum(IMPORT_FIELDS).nullable(),
  /** What stands in the cell, and who the row seems to be about. */
  value: z.string(),
  name: z.string(),
  conflictsWith: z.object({ sheet: z.string(), row: z.int() }).nullable(),
})
export type RowIssue = z.infer<typeof RowIssue>

export const ImportRow = z.object({
  sheet: z.string(),
  row: z.int(),
  fields: StudentFields,
  guardians: z.array(Guardian),
  change: z.enum(['new', 'update', 'same']),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportPreview = z.object({
  /** The sheets with the mapping that was used, worked out anew where `columns` came empty. */
  sheets: z.array(SheetView),
  rows: z.int(),
  importable: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  duplicates: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      name: z.string(),
      studentNo: z.string(),
      of: z.object({ sheet: z.string(), row: z.int() }),
    }),
  ),
  errors: z.array(RowIssue),
  warnings: z.array(RowIssue),
  /** Classes that the file names, with how many rows each has and whether the school knows them. */
  classes: z.array(SchoolClass.extend({ count: z.int(), known: z.boolean() })),
  sample: z.array(ImportRow).max(20),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const Import = z.object({
  id: z.uuid(),
  fileName: Line,
  startedAt: Instant,
  by: Line,
  added: z.int(),
  updated: z.int(),
  skipped: z.int(),
  finished: z.boolean(),
  undoneAt: Instant.nullable(),
})
export type Import = z.infer<typeof Import>

const roles = ['counselor', 'director'] as const
export const imports = {
  /** Reads the file (base64, ≤ 20 MB) in a worker with limits on time and memory; keeps it in memory under `fileId`. */
  inspect: read(
    { roles, large: true },
    z.object({ fileName: Line, content: z.string().max(28_000_000) }),
    z.object({ fileId: z.uuid(), sheets: z.array(SheetView) }),
  ),
  /** What would happen with this mapping. `classes`: what the person says exists; null = what the vault knows. */
  preview: read(
    { roles },
    z.object({ fileId: z.uuid(), mappings: z.array(SheetMapping), classes: z.array(SchoolClass).nullable() }),
    ImportPreview,
  ),
  /** Begins an import: saves the classes, returns how many rows wait. */
  start: write(
    { roles },
    { id: z.uuid(), fileId: z.uuid(), mappings: z.array(SheetMapping), classes: z.array(SchoolClass).nullable() },
    z.object({ importId: z.uuid(), rows: z.int() }),
  ),
  /** Takes in the next rows (≤ 500) and says how far it is; the same offset twice changes nothing. */
  proceed: write(
    { roles },
    { importId: z.uuid(), offset: z.int().min(0) },
    z.object({ done: z.int(), rows: z.int(), finished: z.boolean() }),
  ),
  list: read({ roles }, z.object({}), z.array(Import)),
  /** Takes back a whole import: new students go (unless they have records by now), changed ones get their former data. */
  undo: write({ roles }, { importId: z.uuid() }, z.object({ removed: z.int(), restored: z.int(), kept: z.int() })),
  forget: read({ roles }, z.object({ fileId: z.uuid() }), Done),
}
