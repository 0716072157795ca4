import type { Instrument, Item } from '#contract/instrument-file'
import type { Result } from '#contract/results'

/** The questions that a platform's file has a column for, by the meaning of its columns. */
export const askedIn = (meanings: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(meanings.flatMap((meaning) => (meaning?.startsWith('item:') ? [meaning.slice('item:'.length)] : [])))

/** Questions that call for a talk, or must not stay blank, and that the file does not have. */
export const notAskedIn = (file: Instrument, asked: ReadonlySet<string>): Item[] =>
  file.kind === 'score-entry'
    ? []
    : file.items.filter(
        ({ id, critical }) => !asked.has(id) && (critical !== null || file.missing.followUpIfMissing.includes(id)),
      )

/** A question that nobody was asked is no blank of anybody. */
export const withoutUnasked = (result: Result, asked: ReadonlySet<string>): Result => ({
  ...result,
  askInPerson: result.askInPerson.filter(({ item }) => asked.has(item)),
})
