import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawKeyOf } from '#db/vault/keys'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { makeSchool, PASSWORD, type Scene } from '#tests/electron/kiosk-house'
import { countFound } from './process-memory.ts'

let scene: Scene
let keys: Buffer[]
beforeAll(async () => {
  scene = await makeSchool(mkdtempSync(join(tmpdir(), 'quietroom-school-')))
  const { databaseKey } = (await openWithPassword(readKeyslots(scene.folder)!, PASSWORD))!
  const raw = rawKeyOf(databaseKey)
  keys = [databaseKey, raw, Buffer.from(raw.subarray(2, -1).toString('latin1'), 'hex')]
})
afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

/** What only the records hold: the id of another student. The names of the cast are in the program itself. */
const record = (): Buffer => Buffer.from(scene.otherStudentId)

/** How many of the needles are somewhere in the writable memory of a process that has come to this state. */
async function foundIn(until: 'unlock' | 'start' | 'come-back', needles: readonly Buffer[]): Promise<number> {
  const file = new URL('kiosk-sitter.ts', import.meta.url).pathname
  const sitter = spawn(process.execPath, [file, scene.folder, until, scene.studentId, ...scene.sheets], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const state = await new Promise((resolve, reject) => {
      sitter.stdout.once('data', (said) => resolve(String(said).trim()))
      sitter.once('close', () => reject(new Error('it did not come to sit')))
    })
    expect(state).toBe(until === 'unlock' ? 'unlocked' : 'kiosk')
    return countFound(sitter.pid!, needles)
  } finally {
    sitter.kill('SIGKILL')
  }
}

it.runIf(process.platform === 'linux')(
  'the key is in the memory of an open room, never in that of the kiosk; a process that starts there knows no student',
  { timeout: 180_000 },
  async () => {
    expect(await foundIn('unlock', [...keys.slice(1), record()])).toBeGreaterThan(1)
    expect(await foundIn('start', keys)).toBe(0)
    expect(await foundIn('come-back', [...keys, record()])).toBe(0)
  },
)
