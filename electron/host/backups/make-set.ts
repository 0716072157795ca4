import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { nameOfSet } from '#core/backups'
import { type Contents, contentsOf, digestsOf } from '#db/vault/contents'
import { writeDurably } from '#db/vault/files'
import { makeImage, troubleOfSource } from '#db/vault/image'
import { keyCheckValue } from '#db/vault/keys'
import { type Keyslots, sign, textOf } from '#db/vault/keyslots-file'
import { openForReading, type Vault } from '#db/vault/open'
import { checkPages, checkPagesSlowly } from '#db/vault/pages'
import { MANIFEST, type Part, writeManifest } from './manifest.ts'
import { PROGRAM } from './program.ts'
import { CHUNK, digestOfFile, type Reading } from './reading.ts'
import { finishPart, PART } from './set-folder.ts'
import { SetTrouble } from './trouble.ts'

export const IMAGE = 'vault.db'
export const SLOTS = 'keyslots.json'
/** FAT32 ends a file at 4 GiB; tools on the way to it end at 2. */
const LARGEST_FILE = 2 ** 31 - CHUNK

/** What a set is made of. `folder`: the one that holds the sets of this computer. */
export type Source = { vault: Vault; keyslots: Keyslots; databaseKey: Buffer; folder: string; now: string }
export type MadeSet = { name: string; folder: string; bytes: number; contents: Contents }
type Begun = { part: string; name: string; image: string; contents: Contents }

/**
 * Makes a set beside the vault: image, ways in, manifest. What came of it was compared with the vault. Throws `SetTrouble` or
 * an error of the disk; what was begun is gone then, or is cleared away by the next run.
 */
export async function makeSet(
  source: Source,
  { signal, largestFile = LARGEST_FILE }: Pick<Reading, 'signal'> & { largestFile?: number } = {},
): Promise<MadeSet> {
  const { databaseKey } = source
  const begun = begin(source)
  try {
    const { pages, bad } = await checkPagesSlowly(begun.image, databaseKey)
    signal?.throwIfAborted()
    if (bad.length > 0) throw new SetTrouble('damaged-pages')
    const digests = await digestsOfImage(begun, databaseKey)
    signal?.throwIfAborted()
    const names = await splitImage(begun, largestFile)
    const files: Part[] = []
    for (const name of [...names, SLOTS])
      files.push({ name, ...(await digestOfFile(join(begun.part, name), { signal })) })
    writeClosing(source, begun, { pages, files, digests })
    return made(begun, files, await finishPart(begun.part))
  } catch (error) {
    await rm(begun.part, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/** The same at once, for a vault that is about to be closed: without digests of the tables, and only read again later. */
export function makeSetAtOnce(source: Source): MadeSet {
  const { databaseKey } = source
  const begun = begin(source)
  try {
    const { pages, bad } = checkPages(begun.image, databaseKey)
    if (bad.length > 0) throw new SetTrouble('damaged-pages')
    openCompared(begun, databaseKey).close()
    const files = [IMAGE, SLOTS].map((name) => {
      const content = readFileSync(join(begun.part, name))
      return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    })
    writeClosing(source, begun, { pages, files, digests: null })
    const set = begun.part.slice(0, -PART.length)
    renameSync(begun.part, set)
    return made(begun, files, set)
  } catch (error) {
    rmSync(begun.part, { recursive: true, force: true })
    throw error
  }
}

/** Checks the vault itself and writes its image and the ways in, in one go: nothing changes in between. */
function begin({ vault, keyslots, databaseKey, folder, now }: Source): Begun {
  const trouble = troubleOfSource(vault, databaseKey)
  if (trouble) throw new SetTrouble(trouble)
  const slots = slotsOfSet(keyslots, databaseKey)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < 3 * statSync(vault.file).size) throw new SetTrouble('full')
  const contents = contentsOf(vault.db)
  const name = nameOfSet(now, contents.commits)
  const part = join(folder, name + PART)
  if (existsSync(join(folder, name))) throw new SetTrouble('interrupted')
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  const image = join(part, IMAGE)
  try {
    makeImage(vault.db, image)
    writeDurably(join(part, SLOTS), slots)
    return { part, name, image, contents }
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/** The recovery sheet and the backup passphrase, never a daily password (security.md U1). */
function slotsOfSet(keyslots: Keyslots, databaseKey: Buffer): string {
  const slots = keyslots.slots.filter(({ kind }) => kind !== 'user')
  const former = keyslots.former.filter(({ kind }) => kind === 'recovery')
  if (slots.length + former.length === 0) throw new SetTrouble('no-passphrase')
  const { vaultId, epoch, counter } = keyslots
  return textOf(sign({ vaultId, epoch, counter, slots, former, due: false }, databaseKey))
}

/** The image, open for reading; what it holds is what the vault held. The caller closes it. */
function openCompared({ image, contents }: Begun, databaseKey: Buffer): ReturnType<typeof openForReading> {
  const db = openForReading(image, databaseKey)
  if (isDeepStrictEqual(contentsOf(db), contents)) return db
  db.close()
  throw new SetTrouble('differs')
}

async function digestsOfImage(begun: Begun, databaseKey: Buffer): Promise<Record<string, string>> {
  const db = openCompared(begun, databaseKey)
  try {
    return await digestsOf(db)
  } finally {
    db.close()
  }
}

async function splitImage({ part, image }: Begun, largest: number): Promise<string[]> {
  const { size } = statSync(image)
  if (size <= largest) return [IMAGE]
  const names: string[] = []
  const from = await open(image, 'r')
  try {
    for (let at = 0; at < size; at += largest) {
      const name = `${IMAGE}.${String(names.length + 1).padStart(3, '0')}`
      const to = await open(join(part, name), 'wx', 0o600)
      try {
        const memory = Buffer.allocUnsafe(Math.min(CHUNK, largest))
        for (let done = 0; done < Math.min(largest, size - at);) {
          const { bytesRead } = await from.read(memory, 0, Math.min(memory.length, largest - done), at + done)
          if (bytesRead === 0) throw new SetTrouble('unreadable')
          await to.writeFile(memory.subarray(0, bytesRead))
          done += bytesRead
        }
        await to.sync()
      } finally {
        await to.close()
      }
      names.push(name)
    }
  } finally {
    await from.close()
  }
  await rm(image)
  return names
}

function writeClosing(
  { keyslots, databaseKey, now }: Source,
  { part, contents }: Begun,
  { pages, files, digests }: { pages: number; files: Part[]; digests: Record<string, string> | null },
): void {
  const { schema, ...rest } = contents
  const facts = {
    fmt: 1 as const,
    vaultId: keyslots.vaultId,
    epoch: keyslots.epoch,
    kcv: keyCheckValue(databaseKey),
    madeAt: now,
    program: PROGRAM,
    schema,
    pages,
    files,
  }
  writeDurably(join(part, MANIFEST), writeManifest(facts, { ...rest, digests }, databaseKey))
  flushFolder(part)
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

const made = ({ name, contents }: Begun, files: readonly Part[], folder: string): MadeSet => ({
  name,
  folder,
  contents,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
})
