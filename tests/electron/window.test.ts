import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fake, PATIENCE, startShell } from '#tests/electron/start-shell'

vi.mock('electron', () => import('#tests/electron/fake-electron'))
afterEach(() => void vi.unstubAllEnvs())

describe('the window', () => {
  let fake: Fake
  let options: Record<string, unknown>
  let preferences: Record<string, unknown>
  beforeEach(async () => {
    fake = await startShell()
    options = fake.BrowserWindow.made[0]?.options ?? {}
    preferences = options.webPreferences as Record<string, unknown>
  })

  it('E1 loads our own scheme and no other address', () => {
    expect(fake.callsOf('window.loadURL')).toEqual([['app://quietroom/']])
  })
  it('E2 gives no page, worker or frame Node', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })
  it('E3 isolates the preload from the page', () => {
    expect(preferences.contextIsolation).toBe(true)
  })
  it('E4 runs in the sandbox, which is switched on for all before ready', () => {
    expect(preferences.sandbox).toBe(true)
    const order = fake.record.map((call) => call.what)
    expect(order.indexOf('app.enableSandbox')).toBeGreaterThanOrEqual(0)
    expect(order.indexOf('app.enableSandbox')).toBeLessThan(order.indexOf('app.whenReady'))
    expect(fake.callsOf('app.commandLine.appendSwitch').flat()).not.toContain('no-sandbox')
  })
  it('E6 E8 E9 E10 leaves web security as strict as it comes', () => {
    for (const name of ['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures']) {
      expect(preferences).not.toHaveProperty(name)
    }
  })
  it('E11 has no webview tag', () => {
    expect(preferences.webviewTag).toBe(false)
  })
  it('E17 shows a neutral title whatever the page calls itself, and hides from screen capture', () => {
    const window = fake.BrowserWindow.made[0]
    const renamed = fake.event()
    window?.emit('page-title-updated', renamed)
    expect(options.title).toBe('静室')
    expect(renamed.prevented).toBe(true)
    expect(fake.callsOf('window.setContentProtection')).toEqual([[true]])
  })
  it('E30 checks no spelling, so no dictionary is fetched and no word is kept', () => {
    expect(preferences.spellcheck).toBe(false)
    expect(fake.callsOf('session.setSpellCheckerEnabled')).toEqual([[false]])
  })
  it('E32 has no developer tools once it is packed', async () => {
    expect(preferences.devTools).toBe(false)
    const unpacked = await startShell((next) => (next.app.isPackaged = false))
    expect(unpacked.BrowserWindow.made[0]?.options).toMatchObject({ webPreferences: { devTools: true } })
  })
  it('E37 has no menu to reload, zoom or inspect with, and on macOS only copy, paste and quit', async () => {
    expect(fake.callsOf('Menu.setApplicationMenu')).toEqual([[null]])
    const { replaceMenu } = await import('#electron/menu')
    replaceMenu('darwin')
    const last = fake.callsOf('Menu.setApplicationMenu').at(-1)
    expect(JSON.stringify(last)).not.toMatch(/reload|devtools|zoom|viewMenu|windowMenu|help/i)
    expect(JSON.stringify(last)).toContain('paste')
  })
  it('E40 a dropped file never replaces the page, while the page may still take it', () => {
    expect(preferences.navigateOnDragDrop).toBe(false)
    const dropped = fake.event({ url: 'file:///home/somebody/名单.xlsx' })
    fake.BrowserWindow.made[0]?.webContents.emit('will-navigate', dropped)
    expect(dropped.prevented).toBe(true)
  })
  it('E40 a page cannot hold the window open', () => {
    const held = fake.event()
    fake.BrowserWindow.made[0]?.webContents.emit('will-prevent-unload', held)
    expect(held.prevented).toBe(true)
  })
})

describe('starting', () => {
  it('E35 a second start ends at once', async () => {
    const fake = await startShell((next) => (next.app.hasLock = false))
    expect(fake.callsOf('app.exit')).toEqual([[0]])
    expect(fake.BrowserWindow.made).toEqual([])
  })
  it('E35 the running room only comes to the front and ignores what the second start asked for', async () => {
    const fake = await startShell()
    const before = fake.record.length
    fake.app.emit('second-instance', {}, ['quietroom', '--inspect=9229', 'app://quietroom/?x'], '/tmp')
    expect(fake.record.slice(before).map((call) => call.what)).toEqual(['window.restore', 'window.focus'])
  })
  it.each([
    'remote-debugging-port',
    'js-flags',
    'user-data-dir',
    'load-extension',
    'log-net-log',
    'host-rules',
    'no-sandbox',
  ])('E32 a packed room started with --%s ends before it opens anything', async (name) => {
    const fake = await startShell((next) => next.app.switches.add(name))
    expect(fake.callsOf('app.exit')).toEqual([[2]])
    expect(fake.callsOf('app.requestSingleInstanceLock')).toEqual([])
  })
  it('E24 a room whose native binaries were replaced ends before it opens anything', async () => {
    const fake = await startShell((next) => {
      writeFileSync(join(next.app.appPath, '../app.asar.unpacked/sqlite.node'), 'another')
    })
    expect(fake.callsOf('app.exit')).toEqual([[2]])
    expect(fake.callsOf('utilityProcess.fork')).toEqual([])
    expect(fake.callsOf('dialog.showErrorBox')).toEqual([['静室', expect.stringContaining('重新安装')]])
  })
  it('E32 knows dangerous arguments in every spelling', async () => {
    const { isDangerousArgument } = await import('#electron/hardening')
    const dangerous = [
      '--inspect',
      '--inspect-brk=0',
      '-inspect',
      '--proxy-server=x',
      '--proxy-pac-url=x',
      '--REMOTE-debugging-port=1',
      '/inspect',
      '--no-proxy-server',
    ]
    const harmless = ['quietroom', '--lang=zh-CN', '/opt/静室/quietroom', '--type=renderer', 'inspect']
    expect(dangerous.filter((argument) => !isDangerousArgument(argument))).toEqual([])
    expect(harmless.filter(isDangerousArgument)).toEqual([])
  })
  it('a start with --practice asks the host for the practice vault before the page is shown anew', async () => {
    process.argv.push('--practice')
    const fake = await startShell()
    process.argv.pop()
    await vi.waitFor(() => expect(fake.callsOf('port.postMessage')).toHaveLength(1), PATIENCE)
    expect(String(fake.callsOf('port.postMessage')[0])).toContain('/vault/openPractice')
    expect(fake.callsOf('contents.reload')).toEqual([])
  })
  it('E36 nothing in Chromium looks for a network', async () => {
    const fake = await startShell()
    const switches = fake.callsOf('app.commandLine.appendSwitch').map(([name]) => name)
    expect(switches).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
    )
    expect(fake.callsOf('app.commandLine.appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
  })
})
