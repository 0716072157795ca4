import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import type { Contents } from '#db/vault/contents'
import { boxOf, close, open } from '#db/vault/gcm'
import { fromHex, hex } from '#db/vault/hex'
import { manifestMacKey, manifestSealKey } from '#db/vault/keys'

/**
 * `manifest.json` of a backup set: which files, which vault and key, and, closed, what the records were. Whoever finds it
 * learns when it was made and how large it is.
 */
const Part = z.strictObject({
  name: z.string().regex(/^[a-z]+\.(db|json)(\.\d{3})?$/u),
  bytes: z.int().min(0),
  sha256: hex(32),
})
export type Part = z.infer<typeof Part>
const Open = z.strictObject({
  fmt: z.literal(1),
  vaultId: z.uuid(),
  epoch: z.int().min(1),
  kcv: hex(8),
  madeAt: z.iso.datetime(),
  program: z.string().max(40),
  schema: z.int().min(1),
  pages: z.int().min(1),
  files: z.array(Part).min(2).max(1000),
})
const Closed = Open.extend({
  sealed: z.strictObject({ nonce: hex(12), ct: z.string().regex(/^([0-9a-f]{2}){2,40000}$/u), tag: hex(16) }),
  mac: hex(32),
})
export type Facts = z.infer<typeof Open>
export type Manifest = z.infer<typeof Closed>

/** What the vault held when the set was made; without digests where there was no time for them (at quit). */
export type Sealed = Omit<Contents, 'schema'> & { digests: Record<string, string> | null }
const Sealed = z.object({
  counts: z.record(z.string(), z.int()),
  commits: z.int(),
  auditSeq: z.int(),
  auditHead: z.string(),
  school: z.string(),
  newestVisitOn: z.string().nullable(),
  newestNoteAt: z.string().nullable(),
  digests: z.record(z.string(), z.string()).nullable(),
})

export const MANIFEST = 'manifest.json'
export const MOST_MANIFEST_BYTES = 262_144

export function writeManifest(facts: Facts, contents: Sealed, databaseKey: Buffer): string {
  const key = manifestSealKey(databaseKey)
  const box = close(Buffer.from(JSON.stringify(contents)), key, aboutOf(facts))
  key.fill(0)
  const sealed = boxOf(box.ct.length / 2).parse(box)
  return textOf({ ...facts, sealed, mac: macOf({ ...facts, sealed }, databaseKey) })
}
const textOf = (manifest: unknown): string => `${JSON.stringify(manifest, null, 1)}\n`

/** Whether the text of a manifest is as it was written, also where a change would change nothing that it says. */
export const isAsWritten = (text: string): boolean => text === textOf(JSON.parse(text))

/** Null for anything that is no manifest. Nothing in it is proven yet. */
export function parseManifest(text: string): Manifest | null {
  try {
    return Closed.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What is closed in it; `storage`/`damaged-set` when the manifest is not the one that was written with this key. */
export function proveManifest(manifest: Manifest, databaseKey: Buffer): Sealed {
  const { mac, sealed } = manifest
  const key = manifestSealKey(databaseKey)
  const isWhole = timingSafeEqual(fromHex(macOf(manifest, databaseKey)), fromHex(mac))
  const plain = isWhole ? open(sealed, key, aboutOf(manifest)) : null
  key.fill(0)
  if (!plain) throw new AppError('storage', { reason: 'damaged-set' })
  return Sealed.parse(JSON.parse(plain.toString('utf8')))
}

function macOf(manifest: Omit<Manifest, 'mac'>, databaseKey: Buffer): string {
  const key = manifestMacKey(databaseKey)
  const { nonce, ct, tag } = manifest.sealed
  try {
    return createHmac('sha256', key)
      .update(JSON.stringify([...aboutOf(manifest), nonce, ct, tag]))
      .digest('hex')
  } finally {
    key.fill(0)
  }
}

const aboutOf = ({ fmt, vaultId, epoch, kcv, madeAt, program, schema, pages, files }: Facts): unknown[] => [
  fmt,
  vaultId,
  epoch,
  kcv,
  madeAt,
  program,
  schema,
  pages,
  files.map(({ name, bytes, sha256 }) => [name, bytes, sha256]),
]
