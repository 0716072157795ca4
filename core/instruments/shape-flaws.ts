import type { z } from 'zod'
import type { FileFlaw } from '#contract/instruments'

type Issue = z.core.$ZodIssue

/** `items[3].skipIf.all[0].item` */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')

/** Says in the words of the closed list what the validator found. */
export function shapeFlaw(issue: Issue, file: unknown): FileFlaw {
  const path = pathOf(issue.path)
  const found = valueAt(file, issue.path)
  if (found === undefined) return { path, problem: 'missing', detail: expectedBy(issue) }
  const detail = [expectedBy(issue), shown(found)].filter(Boolean).join(' ← ')
  return { path, problem: problemOf(issue, found), detail }
}

function problemOf(issue: Issue, found: unknown): FileFlaw['problem'] {
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union' || issue.code === 'invalid_format')
    return 'unknown-word'
  if (issue.code === 'too_small') return found === '' ? 'missing' : 'out-of-range'
  if (issue.code === 'too_big') return typeof found === 'number' ? 'out-of-range' : 'too-long'
  return 'wrong-type'
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ')
  if (issue.code === 'invalid_format') return issue.pattern ?? issue.format
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`
  return ''
}

/**
 * Keys that the format does not know, such as `reversed` for `reverse`: the validator would drop them in silence. `kept` is
 * what it left of `file`.
 */
export function unknownKeys(file: unknown, kept: unknown, keys: readonly PropertyKey[] = []): FileFlaw[] {
  if (Array.isArray(file) && Array.isArray(kept))
    return file.flatMap((value, i) => unknownKeys(value, kept[i], [...keys, i]))
  if (!isRecord(file) || !isRecord(kept)) return []
  return Object.entries(file).flatMap(([key, value]) => {
    const here = [...keys, key]
    if (Object.hasOwn(kept, key)) return unknownKeys(value, kept[key], here)
    return FOR_READERS.has(pathOf(here)) ? [] : [{ path: pathOf(here), problem: 'unknown-word' as const, detail: key }]
  })
}

/** Explanations that the given files carry and the program does not use. */
const FOR_READERS = new Set(['missing.scope', 'triage.evaluate', 'triage.required'])

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

const valueAt = (file: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), file)

/** What stands inside a list or an entry is not shown: it may be as long and as deep as the file. */
const shown = (value: unknown): string =>
  Array.isArray(value) ? '[…]' : isRecord(value) ? '{…}' : (JSON.stringify(value) ?? '').slice(0, 60)
