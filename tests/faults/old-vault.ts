import { join } from 'node:path'
import { migrations } from '#db/migrations/all'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import { GOLDEN_PASSWORD, GOLDEN_SCHEMAS, goldenVault } from '#tests/golden'
import { digestsOf, type Shape, shapeOf } from './digest.ts'
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
}

export async function oldVault(schema: string): Promise<OldVault> {
  const { folder } = goldenVault(schema)
  const files = readFiles(folder)
  const keyslots = readKeyslots(folder)
  const databaseKey = keyslots && (await openWithPassword(keyslots, GOLDEN_PASSWORD))?.databaseKey
  if (!databaseKey) throw new Error('a golden vault opens with its password')
  const steps = migrations.filter(({ version }) => version <= Number(schema))
  const vault = openVault(join(folder, 'vault.db'), databaseKey, { steps })
  const shape = shapeOf(vault)
  const digests = digestsOf(vault, shape)
  vault.close()
  return { schema: Number(schema), files, databaseKey, shape, digests }
}
