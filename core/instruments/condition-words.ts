/** A word, number or sign of a condition, and where it begins (1 = the first character). */
export type Word = { text: string; at: number }

/** Why a condition could not be read. It never leaves `conditions.ts`. */
export class Misread extends Error {
  readonly at: number
  readonly unknownItem: boolean

  constructor(what: string, at: number, unknownItem = false) {
    super(what)
    this.at = at
    this.unknownItem = unknownItem
  }
}

const WORD = /\.\.|[=!<>]=|[<>()[\],]|-?\d+\.\d+|-\d+|[a-z0-9][a-z0-9_-]*/uy

/** Cuts a condition into words. */
export function wordsOf(phrase: string): Word[] {
  const words: Word[] = []
  let next = 0
  while (next < phrase.length) {
    if (/\s/u.test(phrase.charAt(next))) {
      next += 1
      continue
    }
    WORD.lastIndex = next
    const found = WORD.exec(phrase)
    if (!found) throw new Misread(phrase.slice(next, next + 20), next + 1)
    words.push({ text: found[0], at: next + 1 })
    next = WORD.lastIndex
  }
  return words
}
