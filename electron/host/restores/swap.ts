import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, removeDurably, renameDurably, writeDurably } from '#db/vault/files'
import { INCOMING } from './open-set.ts'

/**
 * Puts what waits in `restore.part` in the place of the vault. All that must be done is written down first; from then on it is
 * finished whatever happens, at the next start if need be:
 *
 *     incoming whole ─▶ restoring.json ─▶ every old file aside ─▶ every new file in ─▶ restoring.json gone
 *       (old vault)       └─────────────────── new vault, once this is finished ───────────────────┘
 */
const JOURNAL = 'restoring.json'
const Name = z.string().regex(/^[a-z][a-z.-]{1,40}$/u)
const Journal = z.object({
  fmt: z.literal(1),
  aside: z.string().regex(/^aside-\d{8}-\d{6}(-\d+)?$/u),
  /** What was there when it was begun. */
  old: z.array(Name),
})
type Journal = z.infer<typeof Journal>

/** Says at the next unlock that the records were brought back. */
export const RESTORED = 'restored.json'
/** What can come in; the vault itself comes last. */
const INCOMING_FILES = ['keyslots-a.json', 'keyslots-b.json', 'anchor.log', 'seen.log', RESTORED, 'vault.db'] as const
/** All that belongs to one vault and to no other. */
const OF_A_VAULT = [
  'vault.db-wal',
  'vault.db-wal.kept',
  'vault.db-journal',
  'vault.db-shm',
  'vault.db.next',
  'traces.log',
  ...INCOMING_FILES,
]

/** From here on the restore happens. Gives the folder, in this one, where the former files are; null when there were none. */
export function swapIn(folder: string, now: string): string | null {
  const old = OF_A_VAULT.filter((name) => existsSync(join(folder, name)))
  const aside = newAside(folder, now)
  const journal: Journal = { fmt: 1, aside, old }
  writeDurably(join(folder, JOURNAL), JSON.stringify(journal))
  finishSwap(folder)
  return old.length > 0 ? aside : null
}

/** Finishes what was begun and clears away what was not. Each step may have been done already. */
export function finishSwap(folder: string): void {
  const text = readIfThere(join(folder, JOURNAL), 4000)
  const incoming = join(folder, INCOMING)
  if (text !== null) {
    const { aside, old } = Journal.parse(JSON.parse(text))
    if (old.length > 0) mkdirSync(join(folder, aside), { recursive: true, mode: 0o700 })
    for (const name of old) moveUnlessThere(join(folder, name), join(folder, aside, name))
    for (const name of INCOMING_FILES)
      if (existsSync(join(incoming, name))) renameDurably(join(incoming, name), join(folder, name))
    removeDurably(join(folder, JOURNAL))
  }
  rmSync(incoming, { recursive: true, force: true })
}

function newAside(folder: string, now: string): string {
  const stamp = `aside-${now.slice(0, 10).replaceAll('-', '')}-${now.slice(11, 19).replaceAll(':', '')}`
  for (let n = 1; ; n++) {
    const name = n === 1 ? stamp : `${stamp}-${n}`
    if (!existsSync(join(folder, name))) return name
  }
}

function moveUnlessThere(from: string, to: string): void {
  if (existsSync(from) && !existsSync(to)) renameDurably(from, to)
}
