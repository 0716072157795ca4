/** `npm run e2e [-- file…]`: the built app in a real Chromium. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const run = (args: string[], env = process.env) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1

const built = run([join('build', 'setup.mjs')])
const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'e2e', ...process.argv.slice(2)]
process.exitCode = built === 0 ? run(vitest, { ...process.env, CHROMIUM: ensureBrowser() }) : built
