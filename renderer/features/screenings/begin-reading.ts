import type { ResultMapping, ResultSheet } from '#contract/screenings'
import { tableUnder, unclearFirst } from '#lib/result-columns'
import type { Reading } from './round-view.ts'

type Inspected = Pick<Reading, 'fileId' | 'fileName' | 'sheets'>

/** The first look at a file: the sheet that was understood, else the first that is not hidden. */
export function beginReading(file: Inspected): Reading | null {
  const sheet =
    file.sheets.find(({ mapping, hidden }) => mapping && !hidden) ??
    file.sheets.find(({ mapping }) => mapping) ??
    file.sheets.find(({ hidden, sample }) => !hidden && sample.length > 0)
  if (!sheet) return null
  return { ...file, ...lookAt(sheet), step: 'columns', importId: crypto.randomUUID() }
}

/** One sheet from the start: what was understood of it, or every column still without a meaning. */
export function lookAt(sheet: ResultSheet): Pick<Reading, 'mapping' | 'order' | 'accepted' | 'flagLevels'> {
  const { titles } = tableOf(sheet, 1)
  const mapping: ResultMapping = sheet.mapping ?? { sheet: sheet.name, headerRow: 1, columns: titles.map(() => null) }
  return { mapping, order: orderOf(sheet, mapping), accepted: [], flagLevels: null }
}

export const tableOf = (sheet: ResultSheet, headerRow: number) =>
  sheet.mapping ? { titles: sheet.titles, sample: sheet.sample } : tableUnder(sheet.sample, headerRow)

export const orderOf = (sheet: ResultSheet, { headerRow, columns }: ResultMapping): number[] => {
  const { titles, sample } = tableOf(sheet, headerRow)
  return unclearFirst(columns, titles, sample)
}
