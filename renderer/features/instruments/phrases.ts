import type { TFunction } from 'i18next'
import type { Instrument } from '#contract/instrument-file'

/** A condition of a file as a person reads it: signs as they are printed, item ids as numbers of questions. */
export function phraseIn(file: Instrument, phrase: string, t: TFunction): string {
  const items = file.kind === 'score-entry' ? [] : file.items.map(({ id }) => id)
  return phrase
    .replaceAll('>=', '≥ ')
    .replaceAll('<=', '≤ ')
    .replaceAll('==', '= ')
    .replaceAll('!=', '≠ ')
    .replaceAll('..', ' – ')
    .replaceAll(/[a-z][a-z0-9_-]*/gu, (word) => {
      const at = items.indexOf(word)
      return at === -1 ? word : t('instrument-parts.question', { n: at + 1 })
    })
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
