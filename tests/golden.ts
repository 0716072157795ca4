import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '#tests/context'
import { ROOT } from '#tests/source-files'

const GOLDEN = join(ROOT, 'tests/samples/golden')
export const GOLDEN_PASSWORD = 'quiet rivers run under old bridges'
export const GOLDEN_SCHEMAS = readdirSync(GOLDEN).filter((name) => /^\d+$/u.test(name))

/** A vault as the program of its time left it, in a folder of its own. */
export function goldenVault(schema: string): { folder: string; code: string; counts: Record<string, number> } {
  const folder = join(tempFolder(), 'data')
  cpSync(join(GOLDEN, schema), folder, { recursive: true })
  const { code, counts } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    code: string
    counts: Record<string, number>
  }
  return { folder, code, counts }
}
