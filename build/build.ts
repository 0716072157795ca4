/** Builds everything that runs into dist/: the window, the two shells, the host. `node build/build.ts [part…]` for some. */
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const PARTS = ['renderer', 'host', 'main', 'preload'] as const
const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !PARTS.some((known) => known === part))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}.`)

process.env.NODE_ENV = 'production'
process.chdir(root)
if (asked.length === 0) rmSync(join(root, 'dist'), { recursive: true, force: true })
for (const part of PARTS.filter((known) => asked.length === 0 || asked.includes(known))) {
  await build({ configFile: join(root, 'vite.config.ts'), mode: part, logLevel: 'warn' })
}
copyFileSync(join(root, 'build/icons/png/256x256.png'), join(root, 'dist/electron/icon.png'))
