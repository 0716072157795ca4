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

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const windows = () => fake.BrowserWindow.made
const shown = () => {
  const alive = windows().filter((window) => !window.isGone)
  expect(alive).toHaveLength(1)
  return alive[0]!
}
/** The counselor has just handed the screen over. */
const enterKiosk = async () => {
  hostSays(fake, 'unlocked')
  hostSays(fake, 'kiosk')
  await settle()
  hostSays(fake, 'kiosk')
  await settle()
}

describe('the way into the kiosk', () => {
  it('ends the page and the process that had the key, then opens a kiosk window on a fresh process', async () => {
    const [host] = fake.children
    await enterKiosk()
    expect(host?.killed).toBe(true)
    expect(fake.children).toHaveLength(2)
    expect(windows()).toHaveLength(2)
    expect(windows()[0]?.isGone).toBe(true)
    expect(fake.callsOf('session.clearStorageData')).toHaveLength(1)
    expect(shown().options).toMatchObject({
      kiosk: true,
      fullscreen: true,
      alwaysOnTop: true,
      closable: false,
      minimizable: false,
      movable: false,
    })
  })
  it('gives the kiosk window the same protection as every window, and never developer tools', async () => {
    const ordinary = windows()[0]?.options.webPreferences
    await enterKiosk()
    expect(shown().options.webPreferences).toEqual({ ...(ordinary as object), devTools: false })
    expect(fake.callsOf('window.loadURL').at(-1)).toEqual(['app://quietroom/'])
    expect(fake.callsOf('window.removeMenu')).toHaveLength(1)
    expect(fake.callsOf('window.setAlwaysOnTop')).toEqual([[true, 'screen-saver']])
    expect(fake.callsOf('contents.setVisualZoomLevelLimits')).toEqual([[1, 1]])
  })
  it('is found again when the program starts and a student was sitting there', async () => {
    hostSays(fake, 'kiosk')
    await settle()
    expect(fake.children).toHaveLength(1)
    expect(windows()).toHaveLength(2)
    expect(shown().options).toMatchObject({ kiosk: true })
  })
})

describe('at the kiosk', () => {
  beforeEach(enterKiosk)

  const press = (input: Record<string, unknown>) => {
    const pressed = fake.event()
    const whole = { type: 'keyDown', control: false, alt: false, meta: false, shift: false, ...input }
    shown().webContents.emit('before-input-event', pressed, whole)
    return pressed.prevented
  }
  it.each([
    'a',
    'Z',
    '7',
    ' ',
    '.',
    '题',
    'Tab',
    'Enter',
    'Backspace',
    'Delete',
    'Escape',
    'ArrowLeft',
    'Home',
    'Shift',
  ])('the key %s types and moves', (key) => expect(press({ key })).toBe(false))
  const FUNCTION_KEYS = Array.from({ length: 24 }, (_, i) => `F${i + 1}`)
  const OTHER_KEYS =
    'PrintScreen BrowserBack BrowserForward BrowserRefresh BrowserHome ContextMenu Insert Alt Control Meta AltGraph ' +
    'LaunchApplication1 LaunchMail Pause ScrollLock Help MediaPlayPause AudioVolumeUp ZoomIn Process Unidentified Dead'
  it.each([...FUNCTION_KEYS, ...OTHER_KEYS.split(' '), ''])('the key %s does nothing', (key) =>
    expect(press({ key })).toBe(true),
  )
  it('nothing works together with Ctrl, Alt or the system key, pressed or released', () => {
    for (const key of [
      'a',
      'r',
      'p',
      's',
      'w',
      'n',
      't',
      'q',
      'i',
      'j',
      'u',
      '+',
      '-',
      '0',
      'Tab',
      'Enter',
      'Escape',
      ' ',
    ])
      for (const modifier of ['control', 'alt', 'meta'])
        for (const type of ['keyDown', 'keyUp', 'rawKeyDown', 'char'])
          expect([key, modifier, type, press({ key, type, [modifier]: true, shift: true })]).toEqual([
            key,
            modifier,
            type,
            true,
          ])
  })
  it('neither zooms nor goes back, and comes back when it is put away', () => {
    for (const [emitter, name] of [
      [shown().webContents, 'zoom-changed'],
      [shown(), 'app-command'],
    ] as const) {
      const asked = fake.event()
      emitter.emit(name, asked, 'browser-backward')
      expect([name, asked.prevented]).toEqual([name, true])
    }
    shown().emit('leave-full-screen')
    expect(fake.callsOf('window.setKiosk')).toEqual([[true]])
    shown().emit('minimize')
    expect(fake.callsOf('window.restore')).toHaveLength(1)
  })
  it('the window and the program do not close', async () => {
    for (const [emitter, name] of [
      [shown(), 'close'],
      [fake.app, 'before-quit'],
    ] as const) {
      const asked = fake.event()
      emitter.emit(name, asked)
      await settle(5_000)
      expect([name, asked.prevented]).toEqual([name, true])
    }
    expect(fake.callsOf('app.exit')).toEqual([])
    expect(shown().options).toMatchObject({ kiosk: true })
  })
  it.each([
    ['the PC shuts down', () => fake.powerMonitor.emit('shutdown')],
    ['Windows ends the session', () => shown().emit('query-session-end', fake.event())],
  ])('but it ends when %s', async (_name, end) => {
    end()
    await settle(3_000)
    expect(fake.children.at(-1)?.killed).toBe(true)
    expect(fake.callsOf('app.exit')).toEqual([[0]])
  })
  it('sleep, a locked screen, another user and idle time lead nowhere else', async () => {
    for (const name of ['suspend', 'lock-screen', 'user-did-resign-active']) fake.powerMonitor.emit(name)
    Object.assign(fake.powerMonitor, { idleState: 'idle', idleSeconds: 7_200 })
    await fake.ask(CHANNELS.lock)
    await fake.ask(CHANNELS.readyToLock)
    await settle(60_000)
    expect(fake.children).toHaveLength(2)
    expect(windows()).toHaveLength(2)
  })
  it('prints nothing and saves nothing', async () => {
    fake.dialog.place = '/home/somebody/a.pdf'
    expect(await fake.ask(CHANNELS.print)).toBe(false)
    expect(await fake.ask(CHANNELS.save, ['a.pdf', new Uint8Array([1])])).toBe(false)
    fake.dialog.folder = '/media/stick'
    expect(await fake.ask(CHANNELS.chooseFolder)).toBeNull()
    expect(fake.callsOf('contents.print')).toEqual([])
    expect(fake.callsOf('dialog.showSaveDialog')).toEqual([])
  })
  it('a second start only brings it to the front', async () => {
    const from = fake.record.length
    fake.app.emit('second-instance', {}, ['quietroom', '--practice'], '/tmp')
    await settle(1_000)
    expect(fake.record.slice(from).map((call) => call.what)).toEqual(['window.restore', 'window.focus'])
  })
  it('a page or a host that dies comes back as a kiosk, soon after the time before as well', async () => {
    shown().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await settle()
    hostSays(fake, 'kiosk')
    await settle(1_000)
    fake.children.at(-1)?.emit('exit', 1)
    await settle()
    hostSays(fake, 'kiosk')
    await settle()
    expect(shown().options).toMatchObject({ kiosk: true })
    expect(fake.callsOf('app.exit')).toEqual([])
  })
})

describe('the way out of the kiosk', () => {
  beforeEach(async () => {
    await enterKiosk()
    hostSays(fake, 'unlocked')
    await settle()
  })
  it('is an ordinary window on the process that has opened the vault, where the window stood before', () => {
    expect(fake.children).toHaveLength(2)
    expect(fake.children[1]?.killed).toBe(false)
    expect(shown().options).toMatchObject({ x: 10, y: 20, width: 1366, height: 768 })
    expect(shown().options).not.toHaveProperty('kiosk')
    expect(fake.callsOf('session.clearStorageData')).toHaveLength(2)
  })
  it('gives back locking, printing and quitting', async () => {
    expect(await fake.ask(CHANNELS.print)).toBe(true)
    fake.powerMonitor.emit('lock-screen')
    await settle(2_000)
    expect(fake.children).toHaveLength(3)
    hostSays(fake, 'locked')
    fake.app.emit('before-quit', fake.event())
    await settle(2_000)
    expect(fake.callsOf('app.exit')).toEqual([[0]])
  })
})

it('a host that dies while only the window is replaced is started anew', async () => {
  hostSays(fake, 'kiosk')
  fake.children[0]?.emit('exit', 1)
  await settle()
  await settle()
  expect(fake.children).toHaveLength(2)
  hostSays(fake, 'kiosk')
  await settle()
  expect(shown().options).toMatchObject({ kiosk: true })
})

it('a program that is closed while the window is replaced closes the vault first', async () => {
  await enterKiosk()
  hostSays(fake, 'unlocked')
  fake.app.emit('before-quit', fake.event())
  await settle(3_000)
  expect(fake.children.at(-1)?.killed).toBe(true)
  expect(fake.callsOf('app.exit')).toEqual([[0]])
})
