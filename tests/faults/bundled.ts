import { basename, join } from 'node:path'
import { rmSync } from 'node:fs'
import { build } from 'vite'
import { afterAll } from 'vitest'
import { ROOT } from '#tests/source-files'

const place = join(ROOT, '.cache', 'faults', `bundled-${process.pid}`)
const made = new Map<string, Promise<string>>()
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A worker script with all it imports in one file, for the tests of one file: it starts in a fraction of the time. */
export function bundled(script: string): Promise<string> {
  const known = made.get(script) ?? bundle(script)
  made.set(script, known)
  return known
}

async function bundle(script: string): Promise<string> {
  const name = basename(script, '.ts')
  const outDir = join(place, name)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'es2024',
      outDir,
      minify: false,
      rolldownOptions: {
        input: join(ROOT, 'tests', 'faults', script),
        external: ['better-sqlite3', '@node-rs/argon2', /^node:/],
        output: { format: 'es', entryFileNames: `${name}.mjs` },
      },
    },
  })
  return join(outDir, `${name}.mjs`)
}
