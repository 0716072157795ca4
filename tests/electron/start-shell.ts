import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { scratchFolder } from '#tests/scratch-folder'

export type Fake = typeof import('#tests/electron/fake-electron')

/** A new fake, untouched. Nothing of the shell has run. */
export const freshFake = async (): Promise<Fake> => {
  vi.resetModules()
  vi.stubEnv('QUIETROOM_DATA', scratchFolder('shell'))
  const fake = (await import('electron')) as unknown as Fake
  fake.forget()
  return fake
}

/** As an installed program lies on the disk: the list inside the archive, the native binaries beside it. */
const install = (fake: Fake) => {
  const place = scratchFolder('installed')
  mkdirSync(join(place, 'app.asar/dist/electron'), { recursive: true })
  mkdirSync(join(place, 'app.asar.unpacked'))
  writeFileSync(join(place, 'app.asar.unpacked/sqlite.node'), 'binary')
  const list = { 'sqlite.node': createHash('sha256').update('binary').digest('hex') }
  writeFileSync(join(place, 'app.asar/dist/electron/native-parts.json'), JSON.stringify(list))
  fake.app.appPath = join(place, 'app.asar')
  Object.assign(process, { resourcesPath: place })
}

/** `vi.waitFor` gives up after a second otherwise, which a busy machine needs. */
export const PATIENCE = { timeout: 20_000 }

/** Runs the real main.ts against a new fake, up to the open window. */
export const startShell = async (prepare: (fake: Fake) => void = () => {}): Promise<Fake> => {
  const fake = await freshFake()
  install(fake)
  prepare(fake)
  await import('#electron/main')
  await vi.waitFor(() => {
    if (!fake.callsOf('app.exit').length && !fake.calls.length) throw new Error('not started yet')
  }, PATIENCE)
  return fake
}

/** The host says in which state its vault is. */
export const hostSays = (fake: Fake, state: string, practice = false) =>
  fake.children.at(-1)?.emit('message', {
    type: 'status',
    status: { state, practice, alarm: null, trouble: null, startCode: false, retryAfterMs: 0 },
  })
