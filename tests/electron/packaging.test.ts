import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nativePartsAreWhole } from '#electron/native-parts'
import { filesInAsar, makeStubElectron, programWithFuses } from '#tests/electron/stub-electron'

const root = process.cwd()
const place = mkdtempSync(join(tmpdir(), 'quietroom-package-'))
const app = join(place, 'app')
const target = 'linux-x64'
const packed = join(place, 'out', 'linux-unpacked')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  version: string
}

/** Packs a small build of ours over a stub of the runtime, by the real configuration. */
const pack = (more: Configuration = {}) =>
  build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: { directories: { output: join(place, 'out'), app }, electronDist: join(place, 'electron'), ...more },
  })

beforeAll(async () => {
  makeStubElectron(join(place, 'electron'), manifest.devDependencies.electron ?? '')
  for (const path of ['electron/host', 'renderer/assets', 'electron/parts'])
    mkdirSync(join(app, 'dist', path), { recursive: true })
  for (const path of [
    'electron/main.js',
    'electron/preload.cjs',
    'electron/loopback.js',
    'electron/host/thread.js',
    'renderer/index.html',
  ]) {
    writeFileSync(join(app, 'dist', path), 'built')
  }
  writeFileSync(join(app, 'secret.txt'), 'left lying about')
  const { dependencies, version } = manifest
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'quietroom', type: 'module', main: 'dist/electron/main.js', version, dependencies }),
  )
  for (const name of ['better-sqlite3', 'node-addon-api', '@node-rs/argon2']) {
    cpSync(join(root, 'node_modules', name), join(app, 'node_modules', name), { recursive: true })
  }
  // A stand-in for the one binary that npm fetches for this machine only.
  const argon2 = join(app, 'node_modules/@node-rs/argon2-linux-x64-gnu')
  mkdirSync(argon2)
  writeFileSync(join(argon2, 'argon2.linux-x64-gnu.node'), 'binary')
  writeFileSync(
    join(argon2, 'package.json'),
    JSON.stringify({ name: '@node-rs/argon2-linux-x64-gnu', version: dependencies['@node-rs/argon2'] }),
  )
  await pack()
}, 60_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('what is packed', () => {
  it('only dist and the two native packages go in, and each file carries its hash', () => {
    const files = filesInAsar(join(packed, 'resources', 'app.asar'))
    const ours = [...files.keys()].filter((path) => !path.startsWith('node_modules/'))
    expect(ours.sort()).toEqual([
      'dist/electron/host/thread.js',
      'dist/electron/main.js',
      'dist/electron/native-parts.json',
      'dist/electron/preload.cjs',
      'dist/renderer/index.html',
      'package.json',
    ])
    const packages = [...files.keys()]
      .filter((path) => path.startsWith('node_modules/'))
      .map((path) => path.split('/').slice(1, 3))
    const names = new Set(
      packages.map(([first = '', second]) => (first.startsWith('@') ? `${first}/${second}` : first)),
    )
    expect([...names].sort()).toEqual(['@node-rs/argon2', `@node-rs/argon2-${target}-gnu`, 'better-sqlite3'])
    expect([...files.values()].filter((entry) => entry.integrity?.algorithm !== 'SHA256')).toEqual([])
  })
  it('E24 no code lies outside the archive, only the native binaries of this platform', () => {
    const files = filesInAsar(join(packed, 'resources', 'app.asar'))
    const unpacked = [...files].filter(([, entry]) => entry.unpacked).map(([path]) => path)
    expect(unpacked.sort()).toEqual([
      `node_modules/@node-rs/argon2-${target}-gnu/argon2.${target}-gnu.node`,
      `node_modules/better-sqlite3/prebuilds/${target}.node`,
    ])
  })
  it('E24 the native binaries are held against a list inside the archive before anything loads them', () => {
    const list = join(app, 'dist/electron/native-parts.json')
    const beside = join(place, 'beside')
    cpSync(join(packed, 'resources', 'app.asar.unpacked'), beside, { recursive: true })
    expect(Object.keys(JSON.parse(readFileSync(list, 'utf8')) as object)).toHaveLength(2)
    expect(nativePartsAreWhole(list, beside)).toBe(true)
    writeFileSync(join(beside, `node_modules/better-sqlite3/prebuilds/${target}.node`), 'another', { flag: 'a' })
    expect(nativePartsAreWhole(list, beside)).toBe(false)
    expect(nativePartsAreWhole(list, join(place, 'nowhere'))).toBe(false)
    expect(nativePartsAreWhole(join(place, 'no-list.json'), beside)).toBe(false)
    writeFileSync(join(place, 'empty.json'), '{}')
    expect(nativePartsAreWhole(join(place, 'empty.json'), beside)).toBe(false)
  })
  it('nothing else grows with it: the archive stays under three megabytes beside dist', () => {
    expect(statSync(join(packed, 'resources', 'app.asar')).size).toBeLessThan(3_000_000)
  })
  it('only the languages of the product are kept', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })
})

describe('fuses of the packed program', () => {
  const EXPECTED: [string, FuseV1Options, FuseState][] = [
    ['E21 does not run as Node', FuseV1Options.RunAsNode, FuseState.DISABLE],
    ['E22 takes no NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    ['E23 takes no --inspect', FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    ['E24 checks the integrity of its archive', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
    ['E25 loads its code from the archive only', FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
    ['E26 gives file: pages no privileges', FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
    ['E27 encrypts cookies', FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    ['E28 uses the common snapshot', FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
    ['E29 keeps the trap handlers of WebAssembly', FuseV1Options.WasmTrapHandlers, FuseState.ENABLE],
  ]
  it.each(EXPECTED)('%s', async (_name, fuse, state) => {
    expect((await getCurrentFuseWire(join(packed, 'quietroom')))[fuse]).toBe(state)
  })
  it('E19 are nine, each of them chosen by us', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(packed, 'quietroom'))
    expect(Object.keys(wire)).toEqual(EXPECTED.map(([, fuse]) => String(fuse)).sort())
  })
  it('E19 a fuse that a later Electron adds stops the packaging until we have chosen', async () => {
    writeFileSync(join(place, 'electron', 'electron'), programWithFuses(10))
    await expect(pack()).rejects.toThrow(/strictlyRequireAllFuses/)
  })
})

describe('the packaging configuration', () => {
  it('holds only what electron-builder knows', async () => {
    await expect(pack({ asarr: true } as Configuration)).rejects.toThrow(/unknown property 'asarr'/)
  })
})
