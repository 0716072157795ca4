import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '#tests/context'
import { ROOT } from '#tests/source-files'

const GOLDEN = join(ROOT, 'tests/samples/golden')
export const GOLDEN_PASSWORD = 'quiet rivers run under old bridges'
export const GOLDEN_SCHEMAS = readdirSync(GOLDEN).filter((name) => /^\d+$/u.test(name))

type Golden = {
  folder: string
  code: string
  /** From the second format of keyslots on. */
  passphrase?: string
  startCode?: string
  counts: Record<string, number>
}

/** A vault as the program of its time left it, in a folder of its own. */
export function goldenVault(schema: string): Golden {
  const folder = join(tempFolder(), 'data')
  cpSync(join(GOLDEN, schema), folder, { recursive: true })
  return { folder, ...expectedOf(schema) }
}

/** All that opens it, by name. */
export function goldenSecrets(schema: string): Record<string, string> {
  const { code, passphrase, startCode } = expectedOf(schema)
  return { password: GOLDEN_PASSWORD, code, ...(passphrase && { passphrase }), ...(startCode && { startCode }) }
}

const expectedOf = (schema: string): Omit<Golden, 'folder'> =>
  JSON.parse(readFileSync(join(GOLDEN, schema, 'expected.json'), 'utf8')) as Omit<Golden, 'folder'>
