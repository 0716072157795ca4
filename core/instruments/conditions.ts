import { COMPARE } from '#contract/instrument-flow'
import type { Item } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import { type Reader, readerOf } from './condition-reader.ts'
import { Misread } from './condition-words.ts'
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
    const reader = readerOf(
      phrase,
      known.items.map(({ id }) => id),
    )
    const holds = either(reader, known)
    return reader.isAtEnd() ? { holds } : reader.misread()
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    const problem = error.unknownItem ? 'unknown-item' : 'condition'
    return { holds: null, problem, at: error.at, found: error.message }
  }
}

function either(reader: Reader, known: Known): Holds {
  const parts = [both(reader, known)]
  while (reader.took('or') || reader.took(',', 'or')) parts.push(both(reader, known))
  return (facts) => parts.some((part) => part(facts))
}

function both(reader: Reader, known: Known): Holds {
  const parts = [single(reader, known)]
  while (reader.took('and')) parts.push(single(reader, known))
  return (facts) => parts.every((part) => part(facts))
}

function single(reader: Reader, known: Known): Holds {
  const { items, hasValue } = known
  if (reader.took('(')) {
    const inner = either(reader, known)
    reader.expect(')')
    return inner
  }
  if (reader.took('all', 'required', 'questions', 'answered'))
    return ({ answers }) => allRequiredAnswered(items, answers)
  if (reader.took('none', 'is', 'yes')) return ({ answers }) => items.every(({ id }) => answers[id] !== 1)
  if (reader.took('any', 'item')) return anyAnswered(reader, items)
  if (reader.took('any', 'of')) return listed(reader, 'some')
  if (reader.took('all', 'of')) return listed(reader, 'every')
  if (reader.took('all')) return sameOption(reader, items)
  if (!comesTest(reader)) return ofItems(reader)
  if (!hasValue) reader.misread()
  const passes = test(reader)
  return ({ value }) => passes(value)
}

function anyAnswered(reader: Reader, items: readonly Item[]): Holds {
  const passes = test(reader)
  const scored = items.filter((item) => item.scored)
  return ({ answers }) => scored.some(({ id }) => answers[id] !== undefined && passes(answers[id]))
}

function listed(reader: Reader, how: 'some' | 'every'): Holds {
  const ids = reader.range()
  while (reader.took(',')) ids.push(...reader.range())
  const passes = test(reader)
  return ({ answers }) => ids[how]((id) => passes(answers[id]))
}

function sameOption(reader: Reader, items: readonly Item[]): Holds {
  const scored = items.filter((item) => item.scored)
  reader.expect(String(scored.length), 'items', 'answered', 'with', 'the', 'same', 'option')
  return ({ answers }) => {
    const given = scored.map(({ id }) => answers[id])
    return given[0] !== undefined && given.every((answer) => answer === given[0])
  }
}

function ofItems(reader: Reader): Holds {
  const ids = reader.range()
  if (!reader.took('all') && ids.length > 1) reader.misread()
  const passes = test(reader)
  return ({ answers }) => ids.every((id) => passes(answers[id]))
}

const comesTest = (reader: Reader): boolean => ['in', 'is', ...Object.keys(COMPARE)].some((text) => reader.comes(text))

function test(reader: Reader): Test {
  if (reader.took('is', 'null')) return (value) => value === undefined
  if (reader.took('is', 'not', 'null')) return (value) => value !== undefined
  if (reader.took('in')) {
    reader.expect('[')
    const values = [reader.number()]
    while (reader.took(',')) values.push(reader.number())
    reader.expect(']')
    return (value) => value !== undefined && values.includes(value)
  }
  const compare = reader.oneOf(COMPARE)
  const than = reader.number()
  return (value) => value !== undefined && compare(value, than)
}
