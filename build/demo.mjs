/** `npm run demo`: the app on the practice vault. `-- --prepare DIR` only writes that vault there and prints its account. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pinnedNode, root, setUp } from './setup.mjs'
import { openApp } from './start.mjs'

const args = process.argv.slice(2)
const at = args.indexOf('--prepare')
if (at < 0) await openApp(['--practice', ...args])
else {
  const place = args[at + 1]
  if (!place) throw new Error('Say where: npm run demo -- --prepare DIR')
  setUp()
  const done = spawnSync(pinnedNode, [join(root, 'build', 'prepare-practice.ts'), place], { stdio: 'inherit' })
  process.exitCode = done.status ?? 1
}
