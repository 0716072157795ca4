import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '#db/migrations/all'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault, type Vault } from '#db/vault/open'
import { GOLDEN_PASSWORD, GOLDEN_SCHEMAS, goldenVault } from '#tests/golden'
import { digestsOf, type Shape, shapeOf } from './digest.ts'
import { freshId } from './random.ts'
import { type Files, readFiles } from './replay.ts'

/** Released schemas that the program brings up to date. */
export const OLDER_SCHEMAS = GOLDEN_SCHEMAS.filter((schema) => Number(schema) < (migrations.at(-1)?.version ?? 0))

/** A vault of a released schema, as files, with what its tables hold. */
export type OldVault = {
  schema: number
  files: Files
  databaseKey: Buffer
  shape: Shape
  digests: Record<string, string>
  /** Of the keyslots, as the vault knows it; the first format had none. */
  counter: number
}

export async function oldVault(schema: string): Promise<OldVault> {
  const { folder } = goldenVault(schema)
  const files = readFiles(folder)
  const { vault, databaseKey } = await openAsItWas(folder, schema)
  const shape = shapeOf(vault)
  const digests = digestsOf(vault, shape)
  vault.close()
  const keyslots = readKeyslots(folder)
  const counter = keyslots && 'counter' in keyslots ? keyslots.counter : 0
  return { schema: Number(schema), files, databaseKey, shape, digests, counter }
}

/** A vault of a released schema in a folder, with thousands of children and a few long drafts that hold these words. */
export async function fillOldVault(schema: string, folder: string, words: string): Promise<void> {
  cpSync(goldenVault(schema).folder, folder, { recursive: true })
  const { vault } = await openAsItWas(folder, schema)
  const { db } = vault
  const add = {
    student: db.prepare(
      `INSERT INTO students (id, kind, name, name_sort, note, created_at, updated_at) VALUES (?, 'roster', ?, ?, ?, ?, ?)`,
    ),
    keys: db.prepare('INSERT INTO student_keys VALUES (?, ?)'),
    draft: db.prepare(`INSERT INTO drafts SELECT id, 'referral', ?, ?, ? FROM users LIMIT 1`),
  }
  const at = '2026-09-01T08:00:00.000Z'
  db.transaction(() => {
    for (let left = 3_000; left > 0; left--) {
      const id = freshId()
      const name = left === 1 ? words : `${words}${left}`
      add.student.run(id, name, name, words.repeat(100), at, at)
      add.keys.run(id, `|${name.toLowerCase()}|`)
      if (left <= 10) add.draft.run(id, words.repeat(200), at)
    }
  })()
  vault.close()
}

async function openAsItWas(folder: string, schema: string): Promise<{ vault: Vault; databaseKey: Buffer }> {
  const keyslots = readKeyslots(folder)
  const databaseKey = keyslots && (await openWithPassword(keyslots, GOLDEN_PASSWORD))?.databaseKey
  if (!databaseKey) throw new Error('a golden vault opens with its password')
  const steps = migrations.filter(({ version }) => version <= Number(schema))
  return { vault: openVault(join(folder, 'vault.db'), databaseKey, { steps }), databaseKey }
}
