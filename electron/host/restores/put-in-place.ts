import { join } from 'node:path'
import { writeAnchor } from '#db/vault/anchor'
import { writeDurably } from '#db/vault/files'
import type { Kdf } from '#db/vault/kdf'
import { openForReading } from '#db/vault/open'
import { checkPagesSlowly } from '#db/vault/pages'
import { markOf } from '#db/vault/standing'
import { IMAGE } from '#electron/host/backups/begin-set'
import type { HeldSet } from './held-set.ts'
import { INCOMING } from './open-set.ts'
import { damagedSet } from './secret.ts'
import { RESTORED, swapIn } from './swap.ts'
import { presentSlots, waysInto, writeWaysIn } from './ways-in.ts'

/** Gives the image its keyslots and anchor, and puts all of it in the place of the vault. The folder with the former one, or null. */
export async function putInPlace(
  folder: string,
  { inside, ofSet, databaseKey, name }: HeldSet,
  fresh: { userId: string; password: string; kdf: Kdf } | null,
  at: string,
): Promise<string | null> {
  const incoming = join(folder, INCOMING)
  const image = join(incoming, IMAGE)
  const { pages, bad } = await checkPagesSlowly(image, databaseKey)
  if (bad.length > 0 || pages !== inside.manifest.pages) throw damagedSet()
  const ways = waysInto(inside, ofSet, presentSlots(folder), databaseKey)
  await writeWaysIn(incoming, ways, inside, databaseKey, fresh && { ...fresh, at })
  // A vault of before there were anchors gets its own when it is brought up to date.
  if ('vault_state' in inside.contents.counts) writeAnchor(image, databaseKey, markOfImage(image, databaseKey))
  writeDurably(join(incoming, RESTORED), JSON.stringify({ fmt: 1, set: name, madeAt: inside.manifest.madeAt }))
  return swapIn(folder, at)
}

function markOfImage(image: string, databaseKey: Buffer) {
  const db = openForReading(image, databaseKey)
  try {
    return markOf(db)
  } finally {
    db.close()
  }
}
