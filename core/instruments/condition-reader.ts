import { Misread, type Word, wordsOf } from './condition-words.ts'

/** Walks over the words of a condition and takes from them what the grammar asks for. */
export type Reader = {
  isAtEnd: () => boolean
  comes: (...texts: string[]) => boolean
  /** Takes these words when they come next. */
  took: (...texts: string[]) => boolean
  /** Takes these words or stops the reading. */
  expect: (...texts: string[]) => void
  /** Takes the next word as a key of `table`. */
  oneOf: <T>(table: Readonly<Record<string, T>>) => T
  number: () => number
  /** `id` or `id..id`: the ids from the first to the last in the order of the file. */
  range: () => string[]
  /** Stops the reading at the next word. */
  misread: () => never
}

export function readerOf(phrase: string, ids: readonly string[]): Reader {
  const words = wordsOf(phrase)
  const last = words.at(-1)
  const end: Word = { text: '', at: last ? last.at + last.text.length : 1 }
  let next = 0

  const word = (ahead = 0): Word => words[next + ahead] ?? end
  const misread = (): never => {
    throw new Misread(word().text, word().at)
  }
  const comes = (...texts: string[]): boolean => texts.every((text, ahead) => word(ahead).text === text)
  const took = (...texts: string[]): boolean => {
    const all = comes(...texts)
    if (all) next += texts.length
    return all
  }

  /** The place of an item in the file. */
  function item(from = 0): number {
    const { text, at } = word()
    const index = ids.indexOf(text)
    if (index === -1 && ids.length > 0 && /^[a-z0-9]/u.test(text)) throw new Misread(text, at, true)
    if (index < from) misread()
    next += 1
    return index
  }

  return {
    isAtEnd: () => next === words.length,
    comes,
    took,
    misread,
    expect(...texts) {
      for (const text of texts) if (!took(text)) misread()
    },
    oneOf(table) {
      const { text } = word()
      const found = Object.hasOwn(table, text) ? table[text] : undefined
      if (found === undefined) return misread()
      next += 1
      return found
    },
    number() {
      if (!/^-?\d+(\.\d+)?$/u.test(word().text)) misread()
      next += 1
      return Number(words[next - 1]?.text)
    },
    range() {
      const from = item()
      const to = took('..') ? item(from) : from
      return ids.slice(from, to + 1)
    },
  }
}
