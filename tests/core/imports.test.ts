import { describe, expect, test } from 'vitest'
import type { Stage } from '#core/imports/class-names'
import {
  classesOf,
  digest,
  expectedOf,
  inSampleWords,
  mapSample,
  sampleBytes,
  understandSample,
} from './roster-samples.ts'

const SAMPLES: readonly [string, Stage][] = [
  ['roster-junior-high.xlsx', 'junior'],
  ['roster-messy.xlsx', 'junior'],
  ['roster-gbk.csv', 'junior'],
  ['roster-utf8bom.csv', 'junior'],
  ['roster-college.xlsx', 'college'],
]
const WARNINGS: Readonly<Record<string, string>> = {
  'two-phones-in-one-cell': 'two-phones',
  'note-says-transferred-out': 'left-school',
  'phone-too-short': 'bad-phone',
}
/** Columns of the samples that a counseling room does not keep. */
const NOT_KEPT = new Set(['origin', 'politics'])

describe.each(SAMPLES)('%s', (name, stage) => {
  const expected = expectedOf(name)
  const found = understandSample(sampleBytes(name), stage, classesOf(expected))

  test('counts every row that stands for a student, and no other', async () => {
    const { rows, planned } = await found
    expect({ rows, importable: planned.length }).toEqual({ rows: expected.rows, importable: expected.importable })
  })

  test('lists exactly the rows that cannot be taken, with the reason', async () => {
    const { errors } = await found
    expect(
      errors.map(({ sheet, row, reason, conflictsWith }) => ({
        sheet,
        row,
        reason,
        ...(conflictsWith && { conflictsWith }),
      })),
    ).toEqual(
      expected.errors.map(({ sheet, row, reason, conflictsWith }) => ({
        sheet,
        row,
        reason,
        ...(conflictsWith && { conflictsWith: { sheet: conflictsWith.sheet, row: conflictsWith.row } }),
      })),
    )
  })

  test('knows which rows say the same student again', async () => {
    expect((await found).duplicates).toEqual(expected.duplicates)
  })

  test('has a word about the rows that deserve one', async () => {
    const { warnings } = await found
    expect(warnings.map(({ sheet, row, reason }) => ({ sheet, row, reason }))).toEqual(
      (expected.warnings ?? []).map(({ sheet, row, warning }) => ({ sheet, row, reason: WARNINGS[warning] })),
    )
  })

  test('reads single rows to the letter', async () => {
    const { planned } = await found
    for (const spot of expected.spot) {
      const row = planned.find((one) => one.row === spot.row && one.sheet === (spot.sheet ?? ''))
      const wanted = Object.fromEntries(Object.entries(spot.student).filter(([key]) => !NOT_KEPT.has(key)))
      expect(row && inSampleWords(row), `row ${spot.row}`).toMatchObject(wanted)
    }
  })

  test.each(Object.keys(expected.digests))('gives every student the right %s', async (column) => {
    expect(digest((await found).planned, column)).toBe(expected.digests[column])
  })

  test('finds the header row of every sheet and leaves out what is no roster', async () => {
    const { workbook, mappings } = await mapSample(sampleBytes(name), stage)
    for (const sheet of expected.sheets ?? []) {
      const mapping = mappings[workbook.sheets.findIndex((one) => one.name === sheet.name)]
      expect(mapping).toMatchObject({
        use: sheet.role === 'roster',
        ...(sheet.headerRow && { headerRow: sheet.headerRow }),
      })
    }
  })
})
