import { randomUUID } from 'node:crypto'
import type { Random } from './random.ts'

type Path = (string | number)[]
type Json = { [key: string]: unknown } | unknown[]

/** One byte of the file is another. */
export function otherByte(text: string, at: number, value: number): string {
  const bytes = Buffer.from(text)
  bytes[at] = value
  return bytes.toString('utf8')
}

/** Somebody who knows the format, but no secret, writes it anew. `other`: keyslots of another vault. */
export function mutated(text: string, other: string, random: Random): string {
  const file = JSON.parse(text) as Json
  for (let i = random.below(3); i >= 0; i--) change(file, JSON.parse(other) as Json, random)
  const written = JSON.stringify(file)
  const kind = random.below(40)
  if (kind === 0) return written.slice(0, random.below(written.length))
  if (kind === 1) return written + written
  if (kind === 2) return `\uFEFF${written}`
  return written
}

function change(file: Json, other: Json, random: Random): void {
  const paths = pathsIn(file)
  const path = random.pick(paths)
  const value = valueAt(file, path)
  const kin = paths.filter((one) => one.at(-1) === path.at(-1) && one !== path)
  const kind = random.below(9)
  if (kind === 0) remove(file, path)
  else if (kind === 1) put(file, path, tweaked(value, random))
  else if (kind === 2 && kin.length > 0) put(file, path, valueAt(file, random.pick(kin)))
  else if (kind === 3 && kin.length > 0) {
    const with_ = random.pick(kin)
    const theirs = valueAt(file, with_)
    put(file, with_, value)
    put(file, path, theirs)
  } else if (kind === 4) put(file, path, valueAt(other, path) ?? null)
  else if (kind === 5) put(file, [...path.slice(0, -1), 'added'], 1)
  else if (kind === 6) put(file, path, random.pick([null, true, '', 0, -1, 1e308, [], {}, 'x'.repeat(1000)]))
  else if (kind === 7) moveSlots(file, random)
  else plant(file, random)
}

/** A slot is doubled, taken out, renamed, put elsewhere, or the key to come is put in force by hand. */
function moveSlots(file: Json, random: Random): void {
  const { slots, pending } = file as { slots: { slotId: string }[]; pending: { epoch: number; kcv: string } | null }
  if (!Array.isArray(slots) || slots.length === 0) return
  const kind = random.below(5)
  const at = random.below(slots.length)
  if (kind === 0) slots.splice(at, 1)
  if (kind === 1) slots.push({ ...(slots[at] as { slotId: string }), slotId: randomUUID() })
  if (kind === 2) slots.reverse()
  if (kind === 3) Object.assign(file, { slots: [], former: slots })
  if (kind === 4 && pending)
    Object.assign(file, {
      epoch: pending.epoch,
      kcv: pending.kcv,
      mac: (pending as { mac?: string }).mac,
      pending: null,
    })
}

/** A public key of his own, in the hope that the next database key is sealed to it. */
function plant(file: Json, random: Random): void {
  const { slots } = file as { slots: Record<string, unknown>[] }
  if (!Array.isArray(slots) || slots.length === 0) return
  const slot = random.pick(slots)
  if (slot && typeof slot === 'object') slot['xpk'] = random.bytes(32).toString('hex')
}

function tweaked(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.pick([-1, 1, 0.5, 2 ** 31, -value])
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string' || value.length === 0) return random.bytes(4).toString('hex')
  const at = random.below(value.length)
  const other = random.pick([...'0123456789abcdefABCDEF -'])
  return random.pick([
    value.slice(0, at) + other + value.slice(at + 1),
    value.slice(1),
    `${value}0`,
    value.toUpperCase(),
  ])
}

function pathsIn(file: unknown, before: Path = []): Path[] {
  if (typeof file !== 'object' || file === null) return []
  return Object.entries(file).flatMap(([key, value]) => {
    const path = [...before, Array.isArray(file) ? Number(key) : key]
    return [path, ...pathsIn(value, path)]
  })
}
const valueAt = (file: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => (found as Record<string | number, unknown> | null | undefined)?.[key], file)

function put(file: Json, path: Path, value: unknown): void {
  const holder = valueAt(file, path.slice(0, -1))
  const last = path.at(-1)
  if (typeof holder === 'object' && holder !== null && last !== undefined)
    (holder as Record<string | number, unknown>)[last] = value
}
function remove(file: Json, path: Path): void {
  const holder = valueAt(file, path.slice(0, -1))
  const last = path.at(-1)
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (typeof holder === 'object' && holder !== null && last !== undefined)
    delete (holder as Record<string, unknown>)[String(last)]
}
