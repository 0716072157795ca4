import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SheetMapping } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import type { Stage } from '#core/imports/class-names'
import { findTable } from '#core/imports/find-table'
import { understand, type PlannedRow, type Understanding } from '#core/imports/understand'
import type { Workbook } from '#core/imports/workbook'
import { readWorkbook } from '#electron/host/workbook-reader'

/** What a correct import of a sample gives, as its makers wrote it down. */
export type Expected = {
  rows: number
  importable: number
  context: { classes?: { gradeNo: number; grade: string; entryYear: number; classNos: number[] }[] }
  sheets?: { name: string; state: string; role: string; headerRow?: number }[]
  duplicates: { sheet: string; row: number; studentNo: string; name: string; of: { sheet: string; row: number } }[]
  errors: { sheet: string; row: number; reason: string; conflictsWith?: { sheet: string; row: number } }[]
  warnings?: { sheet: string; row: number; warning: string }[]
  spot: { sheet?: string; row: number; student: Record<string, unknown> }[]
  digests: Record<string, string>
}

const file = (name: string): URL => new URL(`../samples/${name}`, import.meta.url)
export const sampleBytes = (name: string): Buffer => readFileSync(file(name))
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(file(`${name.replace(/\.\w+$/, '')}.expected.json`), 'utf8')) as Expected

export const classesOf = ({ context }: Expected): SchoolClass[] =>
  (context.classes ?? []).flatMap(({ gradeNo, grade, entryYear, classNos }) =>
    classNos.map((classNo) => ({
      gradeNo,
      grade,
      entryYear,
      classNo,
      name: `${'一二三四五六七八九'[gradeNo - 1]}(${classNo})班`,
    })),
  )

export const AUTUMN = { schoolYear: 2026, today: '2026-11-21' }

export async function mapSample(
  bytes: Uint8Array,
  stage: Stage,
): Promise<{ workbook: Workbook; mappings: SheetMapping[] }> {
  const workbook = await readWorkbook(bytes)
  return { workbook, mappings: workbook.sheets.map((sheet) => findTable(sheet, { stage, ...AUTUMN }).mapping) }
}

export async function understandSample(
  bytes: Uint8Array,
  stage: Stage,
  classes: readonly SchoolClass[],
): Promise<Understanding> {
  const { workbook, mappings } = await mapSample(bytes, stage)
  return understand(workbook, mappings, { stage, ...AUTUMN, classes })
}

const SEX = { male: '男', female: '女' } as const
/** A planned row in the words of the sidecars. */
export function inSampleWords({ fields, guardians }: PlannedRow): Record<string, unknown> {
  const { sex, college, headTeacher, ...rest } = fields
  return { ...rest, gender: sex && SEX[sex], school: college, headTeacher, counsellor: headTeacher, guardians }
}

/** SHA-256 of the lines `studentNo TAB value LF`, sorted by code unit. */
export function digest(rows: readonly PlannedRow[], column: string): string {
  const lines = rows.map((row) => {
    const value = inSampleWords(row)[column] as string | number | boolean | null
    return `${row.fields.studentNo}\t${value ?? ''}\n`
  })
  return createHash('sha256').update(lines.sort().join(''), 'utf8').digest('hex')
}
