import type { Item } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import { Misread, type Word, wordsOf } from './condition-words.ts'
import { allRequiredAnswered } from './missing.ts'

/**
 * Reads the conditions of instrument files.
 *
 *     condition  otherwise ["(" any text ")"]  |  either
 *     either     both { [","] "or" both }
 *     both       single { "and" single }
 *     single     "(" either ")"
 *              | "all required questions answered"
 *              | "none is yes"                              no answer has the value 1
 *              | "all" N "items answered with the same option"    N: how many scored items there are
 *              | "any item" test                            some answered, scored item
 *              | "any of" items test  |  "all of" items test
 *              | id ".." id "all" test
 *              | id test
 *              | test                                       of the answer or score at hand
 *     items      range { "," range }      range   id [".." id]      in the order of the file
 *     test       ("==" | "!=" | ">=" | "<=" | ">" | "<") number  |  "in" "[" number { "," number } "]"
 *              | "is null"  |  "is not null"
 *
 * Answers are compared as they were given, before any reversing. A question without an answer fails every test but `is null`:
 * what was not asked is never read as “no”.
 */
export type Known = { items: readonly Item[]; hasValue: boolean }
type Facts = { answers: Answers; value?: number | undefined }
type Holds = (facts: Facts) => boolean
type Test = (value: number | undefined) => boolean
export type ReadCondition =
  | { holds: Holds }
  | { holds: null; problem: 'condition' | 'unknown-item'; at: number; found: string }

export function readCondition(phrase: string, known: Known): ReadCondition {
  if (/^otherwise\s*(\(.*\))?$/su.test(phrase.trim())) return { holds: () => true }
  try {
    return { holds: parse(wordsOf(phrase), known) }
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    const problem = error.unknownItem ? 'unknown-item' : 'condition'
    return { holds: null, problem, at: error.at, found: error.message }
  }
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
}

function parse(words: Word[], { items, hasValue }: Known): Holds {
  const ids = items.map(({ id }) => id)
  const scored = items.filter((item) => item.scored)
  const end: Word = { text: '', at: (words.at(-1)?.at ?? 0) + (words.at(-1)?.text.length ?? 1) }
  let next = 0

  const word = (ahead = 0): Word => words[next + ahead] ?? end
  const misread = ({ text, at }: Word): never => {
    throw new Misread(text, at)
  }
  const comes = (...texts: string[]): boolean => texts.every((text, ahead) => word(ahead).text === text)
  /** Takes these words when they come next. */
  const took = (...texts: string[]): boolean => {
    const all = comes(...texts)
    if (all) next += texts.length
    return all
  }
  const expect = (...texts: string[]): void => {
    for (const text of texts) if (!took(text)) misread(word())
  }

  function number(): number {
    const value = word()
    if (!/^-?\d+(\.\d+)?$/u.test(value.text)) misread(value)
    next += 1
    return Number(value.text)
  }

  function place(): number {
    const id = word()
    const index = ids.indexOf(id.text)
    if (index === -1 && (ids.length === 0 || !/^[a-z0-9]/u.test(id.text))) misread(id)
    if (index === -1) throw new Misread(id.text, id.at, true)
    next += 1
    return index
  }

  function range(): string[] {
    const from = place()
    if (!took('..')) return ids.slice(from, from + 1)
    const last = word()
    const to = place()
    if (to < from) misread(last)
    return ids.slice(from, to + 1)
  }

  function list(): string[] {
    const listed = range()
    while (took(',')) listed.push(...range())
    return listed
  }

  function test(): Test {
    if (took('is', 'null')) return (value) => value === undefined
    if (took('is', 'not', 'null')) return (value) => value !== undefined
    if (took('in')) {
      expect('[')
      const values = [number()]
      while (took(',')) values.push(number())
      expect(']')
      return (value) => value !== undefined && values.includes(value)
    }
    const compare = COMPARE[word().text] ?? misread(word())
    next += 1
    const than = number()
    return (value) => value !== undefined && compare(value, than)
  }

  function sameOption(): Holds {
    const count = word()
    if (number() !== scored.length) misread(count)
    expect('items', 'answered', 'with', 'the', 'same', 'option')
    return ({ answers }) => {
      const given = scored.map(({ id }) => answers[id])
      return given[0] !== undefined && given.every((answer) => answer === given[0])
    }
  }

  function everyOrSome(some: boolean): Holds {
    const listed = list()
    const passes = test()
    return ({ answers }) =>
      some ? listed.some((id) => passes(answers[id])) : listed.every((id) => passes(answers[id]))
  }

  function ofItems(): Holds {
    const first = word()
    const named = range()
    const [id] = named
    if (!took('all')) {
      if (named.length > 1 || id === undefined) misread(named.length > 1 ? word() : first)
      const passes = test()
      return ({ answers }) => passes(answers[id ?? ''])
    }
    const passes = test()
    return ({ answers }) => named.every((one) => passes(answers[one]))
  }

  function single(): Holds {
    if (took('(')) {
      const inner = either()
      expect(')')
      return inner
    }
    if (took('all', 'required', 'questions', 'answered')) return ({ answers }) => allRequiredAnswered(items, answers)
    if (took('none', 'is', 'yes')) return ({ answers }) => ids.every((id) => answers[id] !== 1)
    if (took('any', 'item')) {
      const passes = test()
      return ({ answers }) => scored.some(({ id }) => answers[id] !== undefined && passes(answers[id]))
    }
    if (took('any', 'of')) return everyOrSome(true)
    if (took('all', 'of')) return everyOrSome(false)
    if (took('all')) return sameOption()
    if (word().text in COMPARE || comes('in') || comes('is')) {
      if (!hasValue) misread(word())
      const passes = test()
      return ({ value }) => passes(value)
    }
    return ofItems()
  }

  function both(): Holds {
    const parts = [single()]
    while (took('and')) parts.push(single())
    return (facts) => parts.every((part) => part(facts))
  }

  function either(): Holds {
    const parts = [both()]
    while (took('or') || took(',', 'or')) parts.push(both())
    return (facts) => parts.some((part) => part(facts))
  }

  const whole = either()
  if (next < words.length) misread(word())
  return whole
}
