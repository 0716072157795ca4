import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import { DirectSlot } from './direct-slots.ts'
import { readIfThere, writeTogether } from './files.ts'
import { fromHex, hex } from './hex.ts'
import { keyCheckValue, keyslotsMacKey } from './keys.ts'
import { Sealed, Slot } from './slots.ts'

/**
 * The file beside the vault with the ways in (security.md §3.2), in two copies that are the same but for a crash between them.
 * All of it is authenticated under the database key; `counter` rises with every change and is also kept in the vault.
 */
const MOST_SLOTS = 32
const MAX_BYTES = 65_536
const COPIES = ['keyslots-a.json', 'keyslots-b.json'] as const

const numbered = { vaultId: z.uuid(), epoch: z.int().min(1), counter: z.int().min(1), kcv: hex(8) }
const FirstFormat = z.strictObject({
  fmt: z.literal(1),
  ...numbered,
  slots: z.array(DirectSlot).min(1).max(64),
  mac: hex(32),
})
/** The database key that is to come, for those who are to have it. `mac` is made with that key, over all of the file. */
const Pending = z.strictObject({
  epoch: z.int().min(2),
  kcv: hex(8),
  slots: z.array(z.strictObject({ slotId: z.uuid(), sealed: Sealed })).max(MOST_SLOTS),
  mac: hex(32),
})
const SecondFormat = z.strictObject({
  fmt: z.literal(2),
  ...numbered,
  slots: z.array(Slot).max(MOST_SLOTS),
  /** Slots of the first format that are not replaced yet. */
  former: z.array(DirectSlot).max(MOST_SLOTS),
  /** Somebody lost the right to come in and the database key is not changed yet. */
  due: z.boolean(),
  pending: Pending.nullable(),
  mac: hex(32),
})
/** A file of the first format is one without slots of the second. */
export type Keyslots = Omit<z.infer<typeof SecondFormat>, 'fmt'> & { fmt: 1 | 2 }
export type Pending = z.infer<typeof Pending>
/** What is decided about a file; the rest follows from the key. */
export type KeyslotsContent = Pick<Keyslots, 'vaultId' | 'epoch' | 'counter' | 'slots' | 'former' | 'due'>

/** The good copies, newest first; empty when there is no file at all. `storage`/`keyslots-damaged` when none can be read. */
export function readCopies(folder: string): Keyslots[] {
  const texts = COPIES.map((name) => readIfThere(join(folder, name), MAX_BYTES)).filter((text) => text !== null)
  const good = texts
    .map(parseKeyslots)
    .filter((keyslots) => keyslots !== null)
    .sort((a, b) => b.counter - a.counter)
  if (texts.length > 0 && good.length === 0) throw new AppError('storage', { reason: 'keyslots-damaged' })
  return good
}

/** The newer good copy; null when there is no file at all. */
export const readKeyslots = (folder: string): Keyslots | null => readCopies(folder)[0] ?? null

export function parseKeyslots(text: string): Keyslots | null {
  try {
    const raw: unknown = JSON.parse(text)
    const first = FirstFormat.safeParse(raw).data
    return first ? { ...first, slots: [], former: first.slots, due: false, pending: null } : SecondFormat.parse(raw)
  } catch {
    return null
  }
}

/**
 * Both copies, flushed and read back before the first takes the place of the former. `prove` looks at what was read back; what
 * it throws leaves the former keyslots as they were.
 */
export function writeKeyslots(
  folder: string,
  signed: Keyslots,
  prove: (readBack: Keyslots) => void = () => {},
): Keyslots {
  const text = textOf(signed)
  writeTogether(
    COPIES.map((name) => [join(folder, name), text]),
    (beside) => {
      for (const file of beside) {
        const written = readIfThere(file, MAX_BYTES) ?? ''
        const readBack = parseKeyslots(written)
        if (!readBack || written !== text) throw new AppError('storage', { reason: 'keyslots-damaged' })
        prove(readBack)
      }
    },
  )
  return signed
}

/** Brings a copy that was lost or left behind in line with the good one. */
export function repairCopies(folder: string, good: Keyslots): void {
  const content = JSON.stringify(parseKeyslots(textOf(good)))
  const isGood = (name: string): boolean =>
    JSON.stringify(parseKeyslots(readIfThere(join(folder, name), MAX_BYTES) ?? '')) === content
  if (good.fmt === 2 && !COPIES.every(isGood)) writeKeyslots(folder, good)
}

export const textOf = (signed: Keyslots): string => `${JSON.stringify(signed)}\n`

/** Authenticates the content under the database key and, while a new one is to come, under that one too. */
export function sign(
  { vaultId, epoch, counter, slots, former, due }: KeyslotsContent,
  databaseKey: Buffer,
  coming: { slots: Pending['slots']; databaseKey: Buffer } | null = null,
): Keyslots {
  const pending = coming && {
    epoch: epoch + 1,
    kcv: keyCheckValue(coming.databaseKey),
    slots: coming.slots,
    mac: NO_MAC,
  }
  const kcv = keyCheckValue(databaseKey)
  const plain: Keyslots = { fmt: 2, vaultId, epoch, counter, kcv, slots, former, due, pending, mac: NO_MAC }
  return {
    ...plain,
    pending: pending && coming && { ...pending, mac: macOf(plain, coming.databaseKey) },
    mac: macOf(plain, databaseKey),
  }
}

/** Whether the file is whole, as far as this key can tell. */
export const isSignedBy = (keyslots: Keyslots, databaseKey: Buffer): boolean =>
  timingSafeEqual(fromHex(macOf(keyslots, databaseKey)), fromHex(keyslots.mac))
export const isPendingSignedBy = (keyslots: Keyslots, databaseKey: Buffer): boolean =>
  keyslots.pending !== null && timingSafeEqual(fromHex(macOf(keyslots, databaseKey)), fromHex(keyslots.pending.mac))

const NO_MAC = '0'.repeat(64)

function macOf(keyslots: Keyslots, databaseKey: Buffer): string {
  const key = keyslotsMacKey(databaseKey)
  const { fmt, vaultId, epoch, counter, kcv, slots, former, due, pending } = keyslots
  const content =
    fmt === 1
      ? [fmt, vaultId, epoch, counter, kcv, former.map((slot) => DirectSlot.parse(slot))]
      : [
          fmt,
          vaultId,
          epoch,
          counter,
          kcv,
          slots.map((slot) => Slot.parse(slot)),
          former.map((slot) => DirectSlot.parse(slot)),
          due,
          pending && [
            pending.epoch,
            pending.kcv,
            pending.slots.map(({ slotId, sealed }) => [slotId, Sealed.parse(sealed)]),
          ],
        ]
  try {
    return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex')
  } finally {
    key.fill(0)
  }
}
