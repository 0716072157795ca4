import type { Random } from './random.ts'

/** What a page that was taken over, or a wrong line of ours, could send in the place of any value. */
const HOSTILE: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => '',
  () => 0,
  () => -1,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 2 ** 53,
  () => 1.5,
  () => true,
  () => [],
  () => ({}),
  () => [[]],
  () => 'x',
  () => '\u{d800}',
  () => 'a\u{dc00}b\u{d83d}',
  () => 'nul\u{0}in it',
  () => '\u{7f}\u{80}\u{85}\u{2028}\u{2029}',
  () => '2026-02-30',
  () => '2026-13-45T99:99',
  () => '+275760-09-13',
  () => '-000001-01-01',
  () => '00000000-0000-0000-0000-000000000000',
  () => 'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
  () => '__proto__',
  () => 'constructor',
  () => 'a/b\\c:d|e\u{202e}fdp',
  () => '٣٤٥',
  () => 'é'.normalize('NFD').repeat(50),
  () => '字'.repeat(30_000),
  () => 'x'.repeat(1_100_000),
  () => Array.from({ length: 5_001 }, () => null),
  () => nested(5_000),
  () => nested(40),
  () => new Date(Number.NaN),
  () => new Date(0),
  () => 10n ** 30n,
  () => new Map([['studentId', 1]]),
  () => new Set([1]),
  () => /(a+)+$/u,
  () => new URL('http://k.localhost/'),
  () => JSON.parse('{"__proto__":{"roles":["director"]}}'),
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ toString: null, valueOf: null }),
  () => JSON.parse('{"then":"not a promise"}'),
  () => ({ length: -1 }),
]

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value }
  return value
}

/** The same input with one to three things wrong in it, anywhere. */
export function spoiled(input: unknown, random: Random): unknown {
  if (random.below(25) === 0) return random.pick(HOSTILE)()
  let spoilt = structuredClone(input)
  for (let left = 1 + random.below(3); left > 0; left--) spoilt = spoilOnce(spoilt, random)
  return spoilt
}

function spoilOnce(input: unknown, random: Random): unknown {
  if (typeof input !== 'object' || input === null) return random.pick(HOSTILE)()
  const keys = Object.keys(input)
  const key = keys.length > 0 ? random.pick(keys) : undefined
  const holder = input as Record<string, unknown>
  const below = key === undefined ? undefined : holder[key]
  if (typeof below === 'object' && below !== null && random.below(3) > 0) {
    put(holder, key!, spoilOnce(below, random))
    return holder
  }
  switch (random.below(6)) {
    case 0:
      if (key !== undefined && !Array.isArray(input)) delete holder[key]
      return holder
    case 1:
      put(
        holder,
        random.pick(['__proto__', 'constructor', 'prototype', 'extra', 'me', 'roles']),
        random.pick(HOSTILE)(),
      )
      return holder
    case 2:
      if (key !== undefined) put(holder, key, [below, below])
      return holder
    case 3:
      if (key !== undefined)
        put(holder, key, typeof below === 'string' ? edited(below, random) : random.pick(HOSTILE)())
      return holder
    default:
      if (key !== undefined) put(holder, key, random.pick(HOSTILE)())
      return holder
  }
}

/** As an own property, whatever its name. */
const put = (holder: object, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

function edited(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  const inserted = random.pick(['\u{0}', ' ', '\u{d800}', '0', '-', '\u{202e}', '\n', '\u{ff10}', '%00', '́'])
  return random.below(2) === 0 ? text.slice(0, at) + inserted + text.slice(at) : text.slice(0, at) + text.slice(at + 1)
}
