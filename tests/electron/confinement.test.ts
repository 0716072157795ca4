import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isOurs } from '#electron/origin'
import { LOOK_ALIKES } from '#tests/electron/look-alikes'
import { type Fake, startShell } from '#tests/electron/start-shell'

vi.mock('electron', () => import('#tests/electron/fake-electron'))

let fake: Fake
beforeEach(async () => {
  fake = await startShell()
})
afterEach(() => void vi.unstubAllEnvs())

describe('where a page may go', () => {
  it('knows its own addresses', () => {
    expect(
      ['app://quietroom/', 'app://quietroom', 'app://quietroom/assets/a.js', 'APP://quietroom/'].filter(
        (url) => !isOurs(url),
      ),
    ).toEqual([])
  })
  it('E13 forty look-alike addresses', () => {
    expect(new Set(LOOK_ALIKES).size).toBe(40)
    expect(LOOK_ALIKES.filter(isOurs)).toEqual([])
  })
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    'E13 %s is stopped for each of them and left alone for ours',
    (name) => {
      const contents = new fake.FakeContents()
      fake.app.emit('web-contents-created', {}, contents)
      const stopped = (url: string) => {
        const navigation = fake.event({ url })
        contents.emit(name, navigation)
        return navigation.prevented
      }
      expect(LOOK_ALIKES.filter((url) => !stopped(url))).toEqual([])
      expect(stopped('app://quietroom/')).toBe(false)
    },
  )
  it('E14 opens no second window', () => {
    expect(fake.BrowserWindow.made[0]?.webContents.windowOpenHandler?.()).toEqual({ action: 'deny' })
  })
  it('E12 attaches no webview', () => {
    const attaching = fake.event()
    fake.BrowserWindow.made[0]?.webContents.emit('will-attach-webview', attaching)
    expect(attaching.prevented).toBe(true)
  })
})

describe('what the session allows', () => {
  const session = () => {
    const [only] = fake.sessions
    if (!only) throw new Error('no session was made')
    return only
  }

  it('E30 keeps everything in memory', () => {
    expect(fake.callsOf('session.fromPartition')).toEqual([['quietroom', { cache: false }]])
    expect(fake.BrowserWindow.made[0]?.options).toMatchObject({ webPreferences: { session: session() } })
  })
  it('E5 denies every permission, asked or checked, and every device', () => {
    const answers: unknown[] = []
    const answer = (...given: unknown[]) => void answers.push(...given)
    const run = (name: string, ...args: unknown[]) =>
      (session().handlers.get(name) as (...all: unknown[]) => unknown)(...args)
    for (const permission of [
      'media',
      'notifications',
      'clipboard-read',
      'geolocation',
      'fullscreen',
      'openExternal',
      'fileSystem',
    ]) {
      run('setPermissionRequestHandler', {}, permission, answer)
      expect(run('setPermissionCheckHandler', {}, permission)).toBe(false)
    }
    expect(new Set(answers)).toEqual(new Set([false]))
    expect(run('setDevicePermissionHandler', {})).toBe(false)
    expect(run('setUSBProtectedClassesHandler', { protectedClasses: ['hid', 'audio'] })).toEqual(['hid', 'audio'])
    answers.length = 0
    run('setDisplayMediaRequestHandler', {}, answer)
    run('setBluetoothPairingHandler', {}, answer)
    expect(answers).toEqual([{}, { confirmed: false }])
  })
  it.each([
    ['select-hid-device', [{}], [null]],
    ['select-usb-device', [{}], []],
    ['select-serial-port', [[], {}], ['']],
  ])('E5 chooses nothing on %s', (name, more, expected) => {
    const choosing = fake.event()
    const answer = vi.fn<(...given: unknown[]) => void>()
    session().emit(name, choosing, ...more, answer)
    expect(choosing.prevented).toBe(true)
    expect(answer.mock.calls).toEqual([expected])
  })
  it('E33 cancels every request that is not for our files, our blobs or a picture in the page', () => {
    const cancelled = (url: string) => {
      let reply: { cancel?: boolean } = {}
      session().beforeRequest?.({ url }, (given) => (reply = given))
      return reply.cancel
    }
    const foreign = [
      ...LOOK_ALIKES.filter((url) => !url.startsWith('blob:app://quietroom/')),
      'http://127.0.0.1:8080/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'blob:https://evil.test/1',
      'data:text/javascript,1',
      'chrome://version',
      'devtools://devtools/bundled/inspector.html',
      'chrome-extension://abc/x.js',
      'ftp://evil.test/',
    ]
    expect(foreign.filter((url) => cancelled(url) !== true)).toEqual([])
    const own = ['app://quietroom/assets/a.js', 'blob:app://quietroom/1', 'data:image/png;base64,AA==']
    expect(own.filter((url) => cancelled(url) !== false)).toEqual([])
    // One listener without a filter sees every scheme.
    expect(fake.callsOf('session.webRequest.onBeforeRequest')[0]).toHaveLength(1)
  })
  it('E33 goes through no proxy', () => {
    expect(fake.callsOf('session.setProxy')).toEqual([[{ mode: 'direct' }]])
  })
  it('E34 cancels every download of the browser', () => {
    const download = fake.event()
    session().emit('will-download', download)
    expect(download.prevented).toBe(true)
  })
})
