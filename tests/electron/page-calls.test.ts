import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHANNELS } from '#electron/channels'
import { type Fake, startShell } from '#tests/electron/start-shell'
import { scratchFolder } from '#tests/scratch-folder'

vi.mock('electron', () => import('#tests/electron/fake-electron'))

let fake: Fake
beforeEach(async () => {
  fake = await startShell()
})
afterEach(() => void vi.unstubAllEnvs())

const INPUTS: [string, unknown[]][] = [
  [CHANNELS.connect, []],
  [CHANNELS.print, []],
  [CHANNELS.save, ['统计.xlsx', new Uint8Array([1])]],
  [CHANNELS.chooseFolder, []],
  [CHANNELS.lock, []],
  [CHANNELS.readyToLock, []],
]

describe('who may call', () => {
  it('E17 every call goes through the one wrapper, and there are no others', () => {
    expect(fake.calls.map((call) => call.channel).sort()).toEqual(INPUTS.map(([channel]) => channel).sort())
  })

  type Stranger = (sender: InstanceType<Fake['FakeContents']>) => {
    senderFrame: InstanceType<Fake['FakeFrame']> | null
  }
  const strangers: [string, Stranger][] = [
    ['no frame at all', () => ({ senderFrame: null })],
    ['a frame that is gone', (sender) => ({ senderFrame: Object.assign(sender.mainFrame, { destroyed: true }) })],
    ['a frame that is detached', (sender) => ({ senderFrame: Object.assign(sender.mainFrame, { detached: true }) })],
    ['a page that is gone', (sender) => ({ senderFrame: Object.assign(sender, { destroyed: true }).mainFrame })],
    [
      'a frame inside our page',
      (sender) => ({ senderFrame: Object.assign(new fake.FakeFrame(), { parent: sender.mainFrame }) }),
    ],
    ['a frame that is not the top one', () => ({ senderFrame: new fake.FakeFrame() })],
    [
      'a look-alike address',
      (sender) => ({
        senderFrame: Object.assign(sender.mainFrame, { url: 'app://quietroom.evil/', origin: 'app://quietroom.evil' }),
      }),
    ],
    [
      'our address with an opaque origin',
      (sender) => ({ senderFrame: Object.assign(sender.mainFrame, { origin: 'null' }) }),
    ],
  ]
  it.each(strangers)('E17 refuses %s on every call', async (_name, make) => {
    for (const [channel, args] of INPUTS) {
      const sender = new fake.FakeContents()
      const before = fake.record.length
      await expect(fake.ask(channel, args, { sender, ...make(sender) })).rejects.toThrow(/^refused$/)
      expect(fake.record.slice(before)).toEqual([])
    }
  })
  it('E17 refuses arguments that the schema does not know', async () => {
    const wrong: [string, unknown[]][] = [
      [CHANNELS.connect, ['x']],
      [CHANNELS.print, [{ silent: true }]],
      [CHANNELS.lock, [1]],
      [CHANNELS.chooseFolder, ['/etc']],
      [CHANNELS.save, []],
      [CHANNELS.save, ['a.xlsx']],
      [CHANNELS.save, ['a.xlsx', 'text']],
      [CHANNELS.save, ['a.xlsx', new Uint8Array(), '/etc']],
    ]
    for (const [channel, args] of wrong) await expect(fake.ask(channel, args)).rejects.toThrow(/^refused$/)
    expect(fake.callsOf('contents.print')).toEqual([])
  })
})

describe('what the page may ask', () => {
  it('E20 hands the page one end of a fresh channel and the host the other', async () => {
    await fake.ask(CHANNELS.connect)
    const channel = fake.MessageChannelMain.made[0]
    expect(fake.callsOf('frame.postMessage')).toEqual([[CHANNELS.port, null, [channel?.port2]]])
    expect(fake.children[0]?.said).toEqual([{ message: { type: 'connect' }, ports: [channel?.port1] }])
  })
  it('E39 prints only through the system dialog', async () => {
    expect(await fake.ask(CHANNELS.print)).toBe(true)
    expect(fake.callsOf('contents.print')).toEqual([[{ silent: false, printBackground: true }]])
  })
  it('E34 saves only where the person says', async () => {
    const bytes = new TextEncoder().encode('学期统计')
    expect(await fake.ask(CHANNELS.save, ['学期统计.xlsx', bytes])).toBe(false)
    fake.dialog.place = join(scratchFolder('save'), 'here.xlsx')
    expect(await fake.ask(CHANNELS.save, ['学期统计.xlsx', bytes])).toBe(true)
    expect(readFileSync(fake.dialog.place, 'utf8')).toBe('学期统计')
    const [, choices] = fake.callsOf('dialog.showSaveDialog').at(-1) ?? []
    expect(choices).toMatchObject({
      defaultPath: '/home/somebody/documents/学期统计.xlsx',
      properties: expect.arrayContaining(['dontAddToRecent']),
    })
  })
  it('names a folder only when the person has chosen one in the system dialog', async () => {
    expect(await fake.ask(CHANNELS.chooseFolder)).toBeNull()
    fake.dialog.folder = '/media/red-stick'
    expect(await fake.ask(CHANNELS.chooseFolder)).toBe('/media/red-stick')
    const [, choices] = fake.callsOf('dialog.showOpenDialog').at(-1) ?? []
    expect(choices).toMatchObject({ properties: expect.arrayContaining(['openDirectory', 'dontAddToRecent']) })
  })
  it.each([
    '../a.xlsx',
    '..\\a.xlsx',
    '/etc/cron.d/a.csv',
    'C:\\a.xlsx',
    'a.exe',
    'a.xlsx.lnk',
    'a.html',
    '.csv',
    'a',
    'a\u0000.csv',
    'a\u202excod.exe.docx',
    'con:a.csv',
    `${'长'.repeat(120)}.csv`,
  ])('E34 offers no file name such as %j', async (name) => {
    await expect(fake.ask(CHANNELS.save, [name, new Uint8Array([1])])).rejects.toThrow(/^refused$/)
    expect(fake.callsOf('dialog.showSaveDialog')).toEqual([])
  })
})
