import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '#contract/all'
import type { ProcedureMeta } from '#contract/procedure'
import type { Random } from './random.ts'

/** One call of the contract with what it may be asked and what it may answer. */
export type Procedure = { path: string; meta: ProcedureMeta; input: z.ZodType; output: z.ZodType }

/** Read from the contract itself, so that a call that comes later is fuzzed from its first day. */
export const procedures = (): Procedure[] =>
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries<unknown>(calls).flatMap(([verb, call]) => {
      if (!isContractProcedure(call)) return []
      const { inputSchema, outputSchema, meta } = call['~orpc']
      return [{ path: `${feature}.${verb}`, meta, input: inputSchema, output: outputSchema }]
    }),
  )

/** What exists, by the name of the field that asks for it: an id of a visit for `visitId`; undefined for anything else. */
export type Known = (field: string, random: Random) => unknown

type Def = Record<string, unknown> & { type: string }
const defOf = (schema: z.core.$ZodType): Def => (schema as z.ZodType)._zod.def as unknown as Def
/** Of a list: how many there have to be. */
const leastOf = (def: Def): number =>
  ((def['checks'] ?? []) as z.core.$ZodCheck[])
    .map(({ _zod }) => _zod.def as { check: string; minimum?: number })
    .find(({ check }) => check === 'min_length')?.minimum ?? 0

const TEXTS = [
  '',
  ' ',
  'a',
  '小舟',
  '三周以来每晚睡眠不足四小时',
  '第一行\n第二行\t缩进',
  'Ünïcödé́ 👩‍👩‍👧 𬭎䶮㛃',
  '‮txt.exe',
  '﻿零​宽',
  "'; DROP TABLE students; --",
  '%_\\',
  '<img src=x onerror=alert(1)>',
  '${7*7}{{7*7}}',
  '=1+1',
  '__proto__',
  'constructor',
  'null',
  '2026-11-21',
  '2026-02-29|2028-02-29',
  'x'.repeat(200),
  '字'.repeat(2000),
]
const DATES = [
  '2026-11-21',
  '2028-02-29',
  '0001-01-01',
  '9999-12-31',
  '1970-01-01',
  '2026-09-01',
  '2027-01-22',
  '2012-05-06',
]
const TIMES = [
  '2026-11-21T08:00',
  '2026-02-29T25:00',
  '0000-00-00T00:00',
  '9999-12-31T23:59',
  '2026-99-99T10:10',
  '2026-11-30T09:00',
]
const NUMBERS = [
  0,
  1,
  -1,
  2,
  3,
  10,
  0.5,
  -0,
  1e9,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  1e308,
  5e-324,
]

const WRAPPERS = new Set(['nullable', 'optional', 'default', 'prefault', 'nonoptional', 'readonly', 'catch', 'pipe'])

/** What a free text is to hold, where the schema takes it; the next of them, where it does not. */
export type Words = (field: string) => readonly string[]
const NO_WORDS: Words = () => []

/** A value that the schema takes; what is wrong with it comes from `hostile-values.ts`. */
export function valueOf(
  schema: z.core.$ZodType,
  random: Random,
  known: Known,
  words: Words = NO_WORDS,
  field = '',
): unknown {
  const def = defOf(schema)
  const there = WRAPPERS.has(def.type) || random.below(20) === 0 ? undefined : known(field, random)
  if (there !== undefined) return there
  const inner = (name = 'innerType', as = field): unknown =>
    valueOf(def[name] as z.core.$ZodType, random, known, words, as)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.core.$ZodType>)
          .map(([name, one]) => [name, valueOf(one, random, known, words, name)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'array': {
      const length = Math.max(leastOf(def), random.pick([0, 1, 1, 2, 3]))
      return Array.from({ length }, () => inner('element', field.replace(/s$/u, '')))
    }
    case 'tuple':
      return (def['items'] as z.core.$ZodType[]).map((item) => valueOf(item, random, known, words, field))
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [String(inner('keyType', 'key')), inner('valueType', 'value')]),
      )
    case 'union':
      return valueOf(random.pick(def['options'] as z.core.$ZodType[]), random, known, words, field)
    case 'nullable':
      return random.below(4) === 0 ? null : inner()
    case 'optional':
    case 'default':
    case 'prefault':
      return random.below(3) === 0 ? undefined : inner()
    case 'nonoptional':
      return inner() ?? valueOf((def['innerType'] as z.ZodOptional).unwrap(), random, known, words, field)
    case 'readonly':
    case 'catch':
      return inner()
    case 'pipe':
      return inner('in')
    case 'boolean':
      return random.below(2) === 0
    case 'literal':
      return random.pick(def['values'] as unknown[])
    case 'enum':
      return random.pick(Object.values(def['entries'] as object))
    case 'number':
      return numberOf(schema as z.ZodNumber, random)
    case 'string':
      return textOf(schema as z.ZodType, random, words(field))
    case 'unknown':
    case 'any':
      return random.pick<unknown>([null, 'a', 1, {}, []])
    default:
      throw new Error(`no values of ${def.type} yet`)
  }
}

function numberOf({ minValue, maxValue, format }: z.ZodNumber, random: Random): number {
  const [least, most] = [minValue ?? -Infinity, maxValue ?? Infinity]
  const edges = [least, most].filter((edge) => Number.isFinite(edge))
  const low = Math.max(Number.isFinite(least) ? least : 0, -1000)
  const usual = low + random.below(Math.max(1, Math.min(most - low + 1, 500)))
  const value = random.below(4) === 0 ? random.pick([...NUMBERS, ...edges]) : usual
  const fitting = Math.min(Math.max(value, least), most)
  return format?.includes('int') ? Math.trunc(fitting) : fitting
}

function textOf(schema: z.ZodType, random: Random, wished: readonly string[]): string {
  const fitting = wished.find((text) => schema.safeParse(text).success)
  if (fitting !== undefined) return fitting
  const wanted = [...TEXTS, ...DATES, ...TIMES, '08:00', uuidOf(random), `${random.pick(DATES)}T08:00:00.000Z`]
  const first = random.pick(wanted)
  if (schema.safeParse(first).success) return first
  return random.pick([...wanted.filter((text) => schema.safeParse(text).success), first].slice(0, -1)) ?? first
}

export function uuidOf(random: Random): string {
  const hex = random.bytes(16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}
