/** electron-builder calls this before it packs: writes down what the native binaries of this platform must be. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, type AfterPackContext } from 'electron-builder'

export const beforePack = ({ packager, electronPlatformName, arch }: AfterPackContext): void => {
  const { appDir } = packager.info
  const target = `${electronPlatformName}-${Arch[arch]}`
  const patterns = [
    `node_modules/better-sqlite3/prebuilds/${target}.node`,
    `node_modules/@node-rs/argon2-${target}*/*.node`,
  ]
  const parts = patterns.flatMap((pattern) => globSync(pattern, { cwd: appDir }))
  const hashes = parts.map((path) => [
    path.replaceAll('\\', '/'),
    createHash('sha256')
      .update(readFileSync(join(appDir, path)))
      .digest('hex'),
  ])
  writeFileSync(join(appDir, 'dist/electron/native-parts.json'), JSON.stringify(Object.fromEntries(hashes)))
}
