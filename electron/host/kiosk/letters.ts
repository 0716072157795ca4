import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeDurably, renameDurably, writeDurably } from '#db/vault/files'
import { seal } from '#db/vault/sealed'
import type { Place } from '#electron/host/places'
import { kioskFolder, type KioskSession } from './session-file.ts'

/** The sealed answers of one sheet each, `<assessmentId>.sealed`, as they wait beside the vault. */
export type Letter = { assessmentId: string; file: string }

const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.sealed$/
const MAX_BYTES = 256 * 1024
/** Whoever strews files about must not hold up the unlocking; the rest is looked at the next time. */
const MOST = 50

const letterFile = (place: Place, assessmentId: string): string => join(kioskFolder(place), `${assessmentId}.sealed`)

/** Closes and keeps the answers of the `index`-th sheet, over those that were there before. */
export function keepLetter(
  place: Place,
  { vaultId, publicKey, sheets }: KioskSession,
  index: number,
  content: { answers: Readonly<Record<string, number>>; finished: boolean; savedAt: string },
): void {
  const sheet = sheets[index]
  if (!sheet) throw new RangeError('one answer sheet per form')
  const { assessmentId } = sheet
  const text = JSON.stringify({ ...sheet, ...content })
  writeDurably(letterFile(place, assessmentId), seal(text, publicKey, { vaultId, assessmentId }))
}

export const hasLetters = (place: Place, { sheets }: KioskSession): boolean =>
  sheets.some(({ assessmentId }) => existsSync(letterFile(place, assessmentId)))

export function waitingLetters(place: Place): Letter[] {
  const folder = kioskFolder(place)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const assessmentId = NAME.exec(name)?.[1]
      return assessmentId ? [{ assessmentId, file: join(folder, name) }] : []
    })
    .slice(0, MOST)
}

/** The bytes and what they are known by; null for anything that is no plain small file. */
export function readLetter({ file }: Letter): { bytes: Buffer; digest: string } | null {
  const found = lstatSync(file)
  if (!found.isFile() || found.size > MAX_BYTES) return null
  const bytes = readFileSync(file)
  return { bytes, digest: createHash('sha256').update(bytes).digest('base64') }
}

export const removeLetter = ({ file }: Letter): void => removeDurably(file)

/** Keeps it under another name, beside those refused before. */
export function putAside({ file }: Letter): void {
  for (let n = 1; ; n++) {
    const aside = n === 1 ? `${file}.refused` : `${file}.${n}.refused`
    if (existsSync(aside)) continue
    return renameDurably(file, aside)
  }
}
