/**
 * Makes the installer of this machine's platform in out/: nsis on Windows, AppImage and deb on Linux, dmg on macOS.
 * `node build/package.ts [--dir] [--paid]`: with `--dir` only the unpacked folder, with `--paid` a program that is sold
 * (docs/decisions/0011-instruments.md). Electron's runtime must be at hand.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'

const root = join(import.meta.dirname, '..')
execFileSync(process.execPath, [join(root, 'build/build.ts')], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, QUIETROOM_PAID: process.argv.includes('--paid') ? '1' : '0' },
})
const made = await build({
  projectDir: root,
  config: join(root, 'electron-builder.yml'),
  targets: Platform.current().createTarget(process.argv.includes('--dir') ? 'dir' : null),
})
for (const place of made) console.log(place)
