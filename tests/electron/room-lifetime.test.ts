import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHANNELS } from '#electron/channels'
import { type Fake, hostSays, startShell } from '#tests/electron/start-shell'

vi.mock('electron', () => import('#tests/electron/fake-electron'))

let fake: Fake
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'] })
  fake = await startShell()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const unlock = () => hostSays(fake, 'unlocked')
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const since = (from: number) => fake.record.slice(from).map((call) => call.what)

describe('locking', () => {
  it('E38 hides the window before the handler returns, lets the page put its text away, then ends page and host', async () => {
    unlock()
    const from = fake.record.length
    fake.powerMonitor.emit('suspend')
    expect(since(from)).toEqual(['window.hide', 'contents.send'])
    await settle()
    expect(since(from)).toEqual(['window.hide', 'contents.send'])
    await fake.ask(CHANNELS.readyToLock)
    await settle()
    expect(since(from)).toEqual([
      'window.hide',
      'contents.send',
      'window.destroy',
      'host.lock',
      'host.close',
      'host.kill',
      'session.clearStorageData',
      'session.clearCache',
      'session.clearAuthCache',
      'utilityProcess.fork',
      'BrowserWindow',
      'window.setContentProtection',
      'window.loadURL',
    ])
  })
  it.each(['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'])(
    'E38 %s locks within one second of a page that does not answer',
    async (event) => {
      unlock()
      fake.powerMonitor.emit(event)
      await settle(1_000)
      expect(fake.BrowserWindow.made[0]?.isGone).toBe(true)
      expect(fake.children[0]?.killed).toBe(true)
      expect(fake.children).toHaveLength(2)
    },
  )
  it.each([
    ['the system says idle', { idleState: 'idle' }],
    ['the screen is locked and no event told of it', { idleState: 'locked' }],
    ['nobody touched the PC for half an hour', { idleSeconds: 1_800 }],
  ])('E38 asks for the idle time and locks when %s', async (_name, state) => {
    unlock()
    await settle(60_000)
    expect(fake.children).toHaveLength(1)
    Object.assign(fake.powerMonitor, state)
    await settle(6_001)
    expect(fake.children).toHaveLength(2)
  })
  it('a host that does not close in two seconds is killed', async () => {
    unlock()
    const host = fake.children[0]
    if (host) host.closesWell = false
    fake.powerMonitor.emit('lock-screen')
    await settle(1_000)
    expect(host?.killed).toBe(false)
    await settle(2_000)
    expect(host?.killed).toBe(true)
  })
  it('the new window stands where the old one stood, with a page that knows nothing', async () => {
    unlock()
    fake.powerMonitor.emit('lock-screen')
    await settle(1_000)
    expect(fake.BrowserWindow.made).toHaveLength(2)
    expect(fake.BrowserWindow.made[1]?.options).toMatchObject({ x: 10, y: 20, width: 1366, height: 768 })
    expect(fake.BrowserWindow.made.filter((window) => !window.isGone)).toHaveLength(1)
  })
  it('a room that is already locked or not yet set up stays as it is', async () => {
    for (const state of ['setup', 'locked']) {
      hostSays(fake, state)
      fake.powerMonitor.emit('lock-screen')
      await settle(2_000)
    }
    expect(fake.children).toHaveLength(1)
  })
  it('two triggers at once make one lock', async () => {
    unlock()
    fake.powerMonitor.emit('suspend')
    fake.powerMonitor.emit('lock-screen')
    const asked = fake.ask(CHANNELS.lock)
    await settle(3_000)
    await asked
    expect(fake.children).toHaveLength(2)
    expect(fake.BrowserWindow.made).toHaveLength(2)
  })
  it('the quick key of the page locks too', async () => {
    unlock()
    const locked = fake.ask(CHANNELS.lock)
    await settle(1_000)
    await locked
    expect(fake.children[0]?.said.map(({ message }) => message)).toEqual([
      { type: 'lock', reason: 'key' },
      { type: 'close' },
    ])
  })
  it('a host that locked by itself takes the window with it', async () => {
    unlock()
    hostSays(fake, 'locked')
    await settle()
    expect(fake.BrowserWindow.made[0]?.isGone).toBe(true)
    expect(fake.children).toHaveLength(2)
  })
})

describe('when something ends unasked', () => {
  it('E31 a page that died locks the room', async () => {
    unlock()
    fake.BrowserWindow.made[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await settle()
    expect(fake.children[0]?.killed).toBe(true)
    expect(fake.BrowserWindow.made).toHaveLength(2)
  })
  it('a host that died locks the room, and says that records are safe when it dies again at once', async () => {
    unlock()
    fake.children[0]?.emit('exit', 1)
    await settle()
    expect(fake.BrowserWindow.made[0]?.isGone).toBe(true)
    expect(fake.children).toHaveLength(2)
    fake.children[1]?.emit('exit', 1)
    await settle()
    expect(fake.callsOf('dialog.showErrorBox')).toHaveLength(1)
    expect(fake.callsOf('app.exit')).toEqual([[1]])
  })
  it('a fatal error of the host does not end the shell by itself', () => {
    expect(() => fake.children[0]?.emit('error', 'FatalError')).not.toThrow()
  })
  it('words of the host that are none are ignored', async () => {
    fake.children[0]?.emit('message', { type: 'status', status: { state: 'open sesame' } })
    fake.children[0]?.emit('message', null)
    await settle(2_000)
    expect(fake.children).toHaveLength(1)
  })
})

describe('leaving', () => {
  it.each(['close', 'query-session-end'])('%s of the window closes the vault before the app ends', async (name) => {
    unlock()
    fake.BrowserWindow.made[0]?.emit(name, fake.event())
    await settle(1_000)
    expect(fake.children[0]?.killed).toBe(true)
    expect(fake.children).toHaveLength(1)
    expect(fake.callsOf('app.exit')).toEqual([[0]])
  })
  it('quitting twice, and while it locks, ends once and starts nothing new', async () => {
    unlock()
    fake.powerMonitor.emit('lock-screen')
    const quitting = fake.event()
    fake.app.emit('before-quit', quitting)
    fake.app.emit('before-quit', fake.event())
    await settle(3_000)
    expect(quitting.prevented).toBe(true)
    expect(fake.children).toHaveLength(1)
    expect(fake.callsOf('app.exit')).toEqual([[0]])
  })
})

describe('the host process', () => {
  it('E21 is a utility process, started without any variable that steers Node', async () => {
    const [file, args, options] = fake.callsOf('utilityProcess.fork')[0] ?? []
    expect(String(file)).toMatch(/host[\\/]thread\.js$/)
    expect(args).toEqual(['--data-dir', expect.stringContaining('quietroom')])
    expect(options).toMatchObject({ execArgv: [], stdio: 'ignore' })
    const { plainEnvironment } = await import('#electron/host/utility')
    expect(
      plainEnvironment({
        PATH: '/bin',
        NODE_OPTIONS: '--inspect',
        ELECTRON_RUN_AS_NODE: '1',
        LD_PRELOAD: 'x',
        EMPTY: undefined,
      }),
    ).toEqual({ PATH: '/bin' })
  })
  it('begins at the door of the practice room when that was locked, and nowhere else', async () => {
    const door = () => fake.callsOf('utilityProcess.fork').at(-1)?.[1]
    hostSays(fake, 'unlocked', true)
    hostSays(fake, 'locked', true)
    await settle(3_000)
    expect(door()).toContain('--in-practice')
    hostSays(fake, 'unlocked')
    hostSays(fake, 'locked')
    await settle(3_000)
    expect(fake.children).toHaveLength(3)
    expect(door()).not.toContain('--in-practice')
  })
})
