import type { Instrument } from '#contract/instrument-file'

/** What the columns of a platform's file mean, as `ResultMapping.columns` of contract/screenings.ts says it. */
type Columns = readonly (string | null)[]

const PERSON_MEANINGS = ['studentNo', 'name', 'className', 'testedOn', 'level'] as const

/** Every meaning that a column can have for this instrument: scores where there are no items, else answers. */
export const meaningsOf = (instrument: Instrument): string[] => [
  ...PERSON_MEANINGS,
  ...(instrument.kind === 'score-entry'
    ? instrument.scales.map(({ id }) => `scale:${id}`)
    : instrument.items.map(({ id }) => `item:${id}`)),
]

/** One column gets a meaning; a column that had it before loses it. */
export const withMeaning = (columns: Columns, at: number, meaning: string | null): (string | null)[] =>
  columns.map((one, index) => (index === at ? meaning : one !== null && one === meaning ? null : one))

/** Columns in the order in which they are looked at: those nobody understood first. Empty ones are left out. */
export const unclearFirst = (
  columns: Columns,
  titles: readonly string[],
  sample: readonly (readonly string[])[],
): number[] => {
  const shown = titles
    .map((_, index) => index)
    .filter(
      (index) => columns[index] || titles[index]?.trim() || sample.some((row) => (row[index] ?? '').trim() !== ''),
    )
  return [...shown.filter((index) => !columns[index]), ...shown.filter((index) => columns[index])]
}

/** A few different values of one column, as they stand in the file. */
export const valuesOf = (sample: readonly (readonly string[])[], column: number, most = 4): string[] =>
  [...new Set(sample.map((row) => (row[column] ?? '').trim()).filter((text) => text !== ''))].slice(0, most)

/** What a mapping still lacks before results can be read with it. */
export const lackOf = (columns: Columns): 'studentNo' | 'result' | null => {
  if (!columns.includes('studentNo')) return 'studentNo'
  return columns.some((one) => one?.startsWith('scale:') || one?.startsWith('item:')) ? null : 'result'
}

type Table = { titles: readonly string[]; sample: readonly (readonly string[])[] }
/** A sheet that was not understood shows its rows only; one of them becomes the titles. `headerRow` from 1. */
export const tableUnder = (sample: Table['sample'], headerRow: number): Table => ({
  titles: sample[headerRow - 1] ?? [],
  sample: sample.slice(headerRow),
})
