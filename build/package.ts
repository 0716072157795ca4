/**
 * Makes the installer of this machine's platform in out/: nsis on Windows, AppImage and deb on Linux, dmg on macOS.
 * `node build/package.ts [--dir]`: with `--dir` only the unpacked folder. Electron's runtime must be at hand.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'

const root = join(import.meta.dirname, '..')
execFileSync(process.execPath, [join(root, 'build/build.ts')], { stdio: 'inherit', cwd: root })
const made = await build({
  projectDir: root,
  config: join(root, 'electron-builder.yml'),
  targets: Platform.current().createTarget(process.argv.includes('--dir') ? 'dir' : null),
})
for (const place of made) console.log(place)
