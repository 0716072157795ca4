import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newOwnKeys } from '#db/vault/own-keys'
import { DISK_FULL } from '#electron/host/disk-full'
import { ENOUGH_BYTES, freeBytesOf, RESERVE_BYTES } from '#electron/host/reserve'
import { tempFolder } from '#tests/context'
import { type LivedIn, livedIn } from './lived-in.ts'

type Disk = {
  way: 'small disk' | 'limit of the file'
  folder: string
  free?: (folder: string) => number
  fill(house: LivedIn): void
  empty(house: LivedIn): void
}

/** A small disk in memory where one may be mounted; elsewhere a vault that may not grow, on a disk that says it is full. */
function smallDisk(): Disk {
  const mount = tempFolder()
  const megabytes = (RESERVE_BYTES + ENOUGH_BYTES) / 1024 / 1024 + 40
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount], { stdio: 'ignore' })
  } catch {
    return limited(mount)
  }
  onTestFinished(() => void execFileSync('umount', ['-l', mount]))
  const folder = join(mount, 'data')
  mkdirSync(folder)
  const filler = join(mount, 'films')
  return {
    way: 'small disk',
    folder,
    fill() {
      for (const piece of [1024 * 1024, 4096, 1])
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(piece))
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' })
        }
    },
    empty: () => rmSync(filler),
  }
}

function limited(folder: string): Disk {
  let isFull = false
  const limit = (house: LivedIn, pages: number) =>
    void house.life().room()?.connection.vault.db.pragma(`max_page_count = ${pages}`)
  return {
    way: 'limit of the file',
    folder,
    free: (at) => (isFull ? 0 : freeBytesOf(at)),
    fill(house) {
      isFull = true
      limit(house, 1)
    },
    empty(house) {
      isFull = false
      limit(house, 1_000_000)
    },
  }
}

const draft = (text: string) => ({ form: 'note', subjectId: '', body: text })

async function firstRefusal(save: (n: number) => Promise<unknown>): Promise<unknown> {
  for (let n = 0; n < 200; n++)
    try {
      await save(n)
    } catch (error) {
      return error
    }
  return null
}

const WAYS = { 'a small disk': smallDisk, 'a file that may not grow': () => limited(tempFolder()) }

it.each(Object.entries(WAYS))(
  'a full disk (%s) loses no typed text, lets the room be left and entered, and is over by itself',
  { timeout: 120_000 },
  async (_name, make) => {
    const disk = make()
    const house = await livedIn(disk.folder, disk.free)
    const studentId = await house.addStudent('小舟')
    await house.life().tick()
    const reserve = join(disk.folder, 'reserve.bin')
    expect(statSync(reserve).size).toBe(RESERVE_BYTES)
    disk.fill(house)

    const text = '他说，和室友的约定又没有守住。'.repeat(900)
    const save = (n: number) => house.ask('drafts.save', { ...draft(`${n} ${text}`), subjectId: studentId })
    const refused = await firstRefusal(save)
    expect(refused).toMatchObject({ code: 'storage', data: { reason: 'disk-full' } })
    expect(house.life().status()).toMatchObject({ state: 'read-only', alarm: { kind: 'disk-full' } })
    expect(existsSync(reserve)).toBe(false)
    if (disk.way === 'limit of the file') disk.empty(house)
    await save(999)
    await expect(house.addStudent('阿宁')).rejects.toMatchObject({ data: { reason: 'read-only' } })
    await house.ask('students.timeline', { studentId, limit: 5 })

    await house.lock()
    await house.unlock()
    expect(await house.ask('drafts.get', { form: 'note', subjectId: studentId })).toMatchObject({
      body: `999 ${text}`,
    })
    disk.fill(house)
    for (let n = 0; n < 200 && house.life().state() === 'unlocked'; n++) await save(n).catch(() => {})
    expect(house.life().state()).toBe('read-only')
    disk.empty(house)
    await house.life().tick()
    expect(house.life().status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect(existsSync(reserve)).toBe(true)
    await house.addStudent('阿宁')
    expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null })
  },
)

it('a key that could not be made known at a full door is known before anything is signed with it', async () => {
  const house = await livedIn(tempFolder())
  const studentId = await house.addStudent('小舟')
  const room = house.life().room()!
  Object.assign(room, { keys: { ...room.keys, signing: newOwnKeys().signing }, alarm: DISK_FULL })
  await house.life().tick()
  expect(house.life().status()).toMatchObject({ state: 'unlocked', alarm: null })
  await house.addStudent('阿宁')
  expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })

  Object.assign(room, { keys: { ...room.keys, signing: newOwnKeys().signing }, alarm: DISK_FULL })
  await house.ask('students.timeline', { studentId, limit: 5 })
  expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })
})
