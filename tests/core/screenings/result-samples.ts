import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ResultMapping, ResultPreview, Round } from '#contract/screenings'
import { classesOf, expectedOf, sampleBytes } from '#tests/core/roster-samples'
import type { TestContext } from '#tests/context'
import { roundOf } from './round-samples.ts'

export const BUREAU = 'screening-bureau.xlsx'
export const PHQ9 = 'screening-phq9.csv'

/** What a correct import of a result file gives, as its makers wrote it down. */
export type ExpectedResults = {
  rows: number
  importable: number
  rosterStudentsWithoutResult: { count: number; studentNos: string[] }
  nameDiffersFromRoster: {
    row: number
    studentNo: string
    inFile: string
    inRoster: string
    sameOnceNormalised: boolean
  }[]
  levels: Record<string, number>
  void: { count: number; studentNos: string[] }
  sums: { total: number; factors: number[]; validity: number }
  factorOrder: string[]
  answers: { missing: number; missingPerItem: number[] }
  completeSheets: number
  incompleteSheets: { row: number; studentNo: string; missingItems: number[] }[]
  item9: { positive: number; positiveStudentNos: string[]; notAnswered: string[] }
  bandsOfCompleteSheets: Record<string, number>
  sumOfTotalsOfCompleteSheets: number
  spot: { row: number; studentNo: string; nameInRoster: string; total: number | null; level: string | null }[]
}
export const expectedResults = (name: string): ExpectedResults =>
  JSON.parse(
    readFileSync(new URL(`../../samples/${name.replace(/\.\w+$/, '')}.expected.json`, import.meta.url), 'utf8'),
  ) as ExpectedResults

/** The 1,200 students whom both result files speak of. */
export async function juniorHigh({ client }: TestContext): Promise<void> {
  const name = 'roster-junior-high.xlsx'
  const content = sampleBytes(name).toString('base64')
  const { fileId, sheets } = await client.imports.inspect({ fileName: name, content })
  const mappings = sheets.map(({ mapping }) => mapping)
  const classes = classesOf(expectedOf(name))
  const { importId, rows } = await client.imports.start({ id: randomUUID(), fileId, mappings, classes })
  for (let at = { done: 0, rows, finished: false }; !at.finished;)
    at = await client.imports.proceed({ importId, offset: at.done })
}

export type Looked = { fileId: string; mapping: ResultMapping; preview: ResultPreview }
export const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'))

/** From the file to the preview, as the window does it. */
export async function look(
  { client }: TestContext,
  round: Pick<Round, 'id'>,
  content: Buffer,
  accepted: number[] = [],
): Promise<Looked> {
  const file = { roundId: round.id, fileName: '结果', content: content.toString('base64') }
  const { fileId, sheets } = await client.screenings.inspectFile(file)
  const mapping = sheets.find((sheet) => sheet.mapping !== null)?.mapping
  if (!mapping) throw new Error('no table of results in this file')
  const preview = await client.screenings.preview({ roundId: round.id, fileId, mapping, accepted })
  return { fileId, mapping, preview }
}

export async function takeIn(
  context: TestContext,
  round: Pick<Round, 'id'>,
  content: Buffer,
  { accepted = [], flagLevels = ['红', '橙'] }: { accepted?: number[]; flagLevels?: string[] } = {},
): Promise<Looked> {
  const looked = await look(context, round, content, accepted)
  const { fileId, mapping } = looked
  const begun = { id: randomUUID(), roundId: round.id, fileId, mapping, accepted, flagLevels }
  const { importId, rows } = await context.client.screenings.startImport(begun)
  for (let at = { done: 0, rows, finished: false }; !at.finished;)
    at = await context.client.screenings.proceed({ importId, offset: at.done })
  return looked
}

/** A round of the school with its bureau's file in it. */
export async function bureauRound(context: TestContext): Promise<Round> {
  await juniorHigh(context)
  const round = await roundOf(context, 'mht')
  const accepted = expectedResults(BUREAU).nameDiffersFromRoster.map(({ row }) => row)
  await takeIn(context, round, sampleBytes(BUREAU), { accepted })
  return context.client.screenings.get({ roundId: round.id })
}
