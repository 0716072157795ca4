/** electron-builder calls this when a platform's folder stands, before anything is signed. */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import { type AfterPackContext, Arch } from 'electron-builder'
import { FUSES } from './fuses.ts'

export const afterPack = async (context: AfterPackContext): Promise<void> => {
  requireNativeParts(context)
  await flipFuses(programOf(context), FUSES)
}

const programOf = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string => {
  const name = packager.appInfo.productFilename
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`)
  return join(appOutDir, 'executableName' in packager ? String(packager.executableName) : name)
}

/**
 * npm puts only this machine's Argon2 binary into node_modules, so a package built for another platform would start and
 * never unlock. Then packaging stops here: build each platform on itself.
 */
const requireNativeParts = ({ appOutDir, electronPlatformName, arch }: AfterPackContext): void => {
  const found = globSync('**/app.asar.unpacked/**/*.node', { cwd: appOutDir }).map((path) => basename(path))
  const target = `${electronPlatformName}-${Arch[arch]}`
  const isWhole = found.includes(`${target}.node`) && found.some((name) => name.startsWith(`argon2.${target}`))
  if (!isWhole || found.length !== 2) {
    throw new Error(
      `The package for ${target} needs exactly its own database and Argon2 binaries and has: ${found.join(', ') || 'none'}`,
    )
  }
}
