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

/** The loopback shell at a lock (security.md §3.6): the thread that had the vault is gone, and what it knew with it. */
let scene: Scene
let secrets: Buffer[]
beforeAll(async () => {
  scene = await makeSchool(mkdtempSync(join(tmpdir(), 'quietroom-school-')))
  const { databaseKey, own } = (await openWithPassword(readKeyslots(scene.folder)!, PASSWORD))!
  const raw = rawKeyOf(databaseKey)
  const keys = [databaseKey, raw, Buffer.from(raw.subarray(2, -1).toString('latin1'), 'hex')]
  const privateHalves = [own!.sealing.privateKey, own!.signing.privateKey]
  secrets = [...keys, ...privateHalves.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'base64')])]
})
afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))

async function foundAfter(until: 'unlock' | 'lock'): Promise<number> {
  const file = new URL('lock-leaver.ts', import.meta.url).pathname
  const room = spawn(process.execPath, [file, scene.folder, until, PASSWORD], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const state = await new Promise((resolve, reject) => {
      room.stdout.once('data', (said) => resolve(String(said).trim()))
      room.once('close', () => reject(new Error('it did not come to sit')))
    })
    expect(state).toBe(until === 'lock' ? 'locked' : 'unlocked')
    return countFound(room.pid!, secrets)
  } finally {
    room.kill('SIGKILL')
  }
}

it.runIf(process.platform === 'linux')(
  'keys are in the memory of the process while the room is open, and no byte of them after a lock',
  { timeout: 180_000 },
  async () => {
    expect(await foundAfter('unlock')).toBeGreaterThan(0)
    expect(await foundAfter('lock')).toBe(0)
  },
)
