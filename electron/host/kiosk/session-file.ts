import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KIOSK_LAYOUTS, KioskForm } from '#contract/kiosk'
import { LANGUAGES } from '#contract/vault'
import { readIfThere, removeDurably, writeDurably } from '#db/vault/files'
import { isSettled, type Place, practicePlace, realPlace } from '#electron/host/places'

/**
 * All that the program knows while a student sits at the kiosk. It lies beside the vault so that a power cut leads back
 * to the kiosk. It names nobody; the tokens only let answers in, they open nothing.
 */
const KioskSession = z.object({
  fmt: z.literal(1),
  vaultId: z.uuid(),
  sheets: z
    .array(z.object({ assessmentId: z.uuid(), token: z.string() }))
    .min(1)
    .max(5),
  /** X25519, base64. */
  publicKey: z.string(),
  forms: z.array(KioskForm),
  language: z.enum(LANGUAGES),
  layout: z.enum(KIOSK_LAYOUTS),
  aloud: z.boolean(),
  phase: z.enum(['open', 'over']),
})
export type KioskSession = z.infer<typeof KioskSession>

const MAX_BYTES = 20_000_000
export const kioskFolder = (place: Place): string => join(place.folder, 'kiosk')
const sessionFile = (place: Place): string => join(kioskFolder(place), 'session.json')

export function writeSession(place: Place, session: KioskSession): void {
  mkdirSync(kioskFolder(place), { recursive: true, mode: 0o700 })
  writeDurably(sessionFile(place), JSON.stringify(session))
}

/** Null when nobody sits there. One that cannot be read counts as none: then the password is asked at the door. */
export function readSession(place: Place): KioskSession | null {
  try {
    const text = readIfThere(sessionFile(place), MAX_BYTES)
    return text === null ? null : KioskSession.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const removeSession = (place: Place): void => removeDurably(sessionFile(place))

/** Where a student was sitting when the program last ended. */
export const placeOfKiosk = (folder: string): Place | null =>
  [realPlace(folder), practicePlace(folder)].find((place) => isSettled(place) && readSession(place) !== null) ?? null
