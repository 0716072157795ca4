import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { BackupStatus } from '#contract/backups'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Visit } from '#contract/visits'
import { clockFrom } from '#electron/host/clock'
import { realPlace } from '#electron/host/places'
import { rotateRoom } from '#electron/host/rotating'
import { MORNING, tempFolder } from '#tests/context'
import { walkIn } from '#tests/records'
import { type LivedIn, livedIn } from './lived-in.ts'

const WEEK_MS = 7 * 86_400_000
const statusOf = async (house: LivedIn) => (await house.ask('backups.status')) as BackupStatus
const done = (house: LivedIn) =>
  vi.waitFor(async () => expect((await statusOf(house)).running).toBeNull(), { timeout: 20_000, interval: 50 })
const vaultOf = (house: LivedIn) => house.life().room()!.connection.vault

async function check(house: LivedIn): Promise<void> {
  await house.ask('backups.checkVault')
  await done(house)
}

describe('the full check', () => {
  it('comes once a week by itself, says what it looked at and is in the log', async () => {
    const house = await livedIn(tempFolder())
    await house.addStudent('小舟')
    // The first rounds make the set of this computer; one thing at a time.
    for (let minute = 0; minute < 5 && !(await statusOf(house)).check; minute++) {
      await house.life().tick()
      await done(house)
    }
    const first = (await statusOf(house)).check
    expect(first).toMatchObject({ ok: true })
    expect(first?.pages).toBeGreaterThan(50)
    expect(first?.rows).toBeGreaterThan(3)
    house.wait(WEEK_MS - 60_000)
    await house.life().tick()
    await done(house)
    expect((await statusOf(house)).check?.at).toBe(first?.at)
    house.wait(120_000)
    for (let minute = 0; minute < 5 && (await statusOf(house)).check?.at === first?.at; minute++) {
      await house.life().tick()
      await done(house)
    }
    expect((await statusOf(house)).check?.at).not.toBe(first?.at)
    const log = (await house.ask('audit.list', { before: null, limit: 50 })) as { event: string }[]
    expect(log.filter(({ event }) => event === 'vault.checked')).toHaveLength(2)
  })

  it('stops when the key is changed meanwhile, and takes nothing for damage', async () => {
    const folder = tempFolder()
    const house = await livedIn(folder)
    const services = { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() }
    const room = house.life().room()!
    const { db } = room.connection.vault
    const { promise: isAtTables, resolve } = Promise.withResolvers<void>()
    const pragma = db.pragma.bind(db)
    db.pragma = (source, options) => {
      if (source.startsWith('integrity_check')) resolve()
      return pragma(source, options)
    }
    await house.ask('backups.checkVault')
    await isAtTables
    rotateRoom(realPlace(folder), room, { services, clock: clockFrom(() => MORNING), newId: randomUUID })
    await done(house)
    expect(house.life().status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect((await statusOf(house)).check).toBeNull()
    await check(house)
    expect((await statusOf(house)).check).toMatchObject({ ok: true })
  })

  it('closes the room for writing when a link between records is broken', async () => {
    const house = await livedIn(tempFolder())
    await check(house)
    const { db } = vaultOf(house)
    db.pragma('foreign_keys = OFF')
    db.exec(`INSERT INTO guardians VALUES ('nobody', 1, 'x', 'x', 'x')`)
    db.pragma('foreign_keys = ON')
    const good = (await statusOf(house)).check?.at
    await check(house)
    expect(house.life().status()).toMatchObject({ state: 'read-only', alarm: { kind: 'structure', lastGoodAt: good } })
    await expect(house.addStudent('阿宁')).rejects.toMatchObject({ data: { reason: 'read-only' } })
  })

  it('makes the index of words anew when it does not fit', async () => {
    const house = await livedIn(tempFolder())
    const studentId = await house.addStudent('小舟')
    const me = house.life().room()!.me.id
    const visit = (await house.ask('visits.register', { id: randomUUID(), studentId, fields: walkIn(me) })) as Visit
    const body = { ...EMPTY_NOTE, problem: '考试前睡不着' }
    await house.ask('notes.save', { visitId: visit.id, studentId, version: 0, body })
    const found = () => house.ask('notes.search', { text: '考试', limit: 5 })
    expect(await found()).toHaveLength(1)
    vaultOf(house).db.exec('DELETE FROM note_words')
    expect(await found()).toHaveLength(0)
    await check(house)
    expect((await statusOf(house)).check).toMatchObject({ ok: true })
    expect(await found()).toHaveLength(1)
  })
})
