import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (pattern: string) => globSync(pattern).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const shell = read('electron/**/*.ts')
const product = [...shell, ...read('{contract,core,db}/**/*.ts'), ...read('renderer/**/*.{ts,tsx,css,html}')]
const holding = (files: typeof shell, what: RegExp) =>
  files.filter(({ text }) => what.test(text)).map(({ path }) => path)
/** Names taken from the module `electron`, by file. */
const taken = shell.flatMap(({ path, text }) =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from 'electron'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => ({ path, name: name.replace('type ', '').split(' as ')[0]?.trim() ?? '' })),
  ),
)
const takers = (name: string) => [...new Set(taken.filter((each) => each.name === name).map(({ path }) => path))]

describe('the sources of the shell', () => {
  it('are all here', () => {
    expect(shell.length).toBeGreaterThan(20)
    expect(taken.length).toBeGreaterThan(20)
  })
  it('E1 no source names a page on any network', () => {
    const namespaces = /https?:\/\/(?:www\.w3\.org\/|127\.0\.0\.1|localhost|\$\{)/g
    const found = product.filter(({ text }) =>
      /https?:\/\/[\w$]/.test(text.replace(namespaces, '').replace(/^\s*(?:\*|\/\/).*$/gm, '')),
    )
    expect(found.map(({ path }) => path).filter((path) => !path.startsWith('electron/loopback'))).toEqual([])
  })
  it('E1 only one place loads a page, and it loads ours', () => {
    expect(holding(shell, /\.loadURL\(/)).toEqual(['electron/windows.ts'])
    expect(holding(shell, /loadURL\(PAGE\)/)).toEqual(['electron/windows.ts'])
    expect(holding(shell, /\.loadFile\(/)).toEqual([])
  })
  it('E2 E3 E4 windows are made in one place only', () => {
    expect(holding(shell, /new BrowserWindow\(/)).toEqual(['electron/windows.ts'])
    expect(takers('BaseWindow').concat(takers('WebContentsView'), takers('BrowserView'))).toEqual([])
  })
  it('E6 E8 E9 E10 no source loosens web security', () => {
    const loosening =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|bypassCSP|disable-web-security|ignore-certificate/
    expect(holding(shell, loosening)).toEqual(['electron/hardening.ts'])
    expect(holding(shell, /appendSwitch\('(?:no-sandbox|disable-web-security|ignore-certificate-errors)/)).toEqual([])
  })
  it('E11 no source has a webview', () => {
    expect(holding(product, /<webview|webviewTag: true/)).toEqual([])
  })
  it.each([
    'shell',
    'autoUpdater',
    'net',
    'netLog',
    'crashReporter',
    'safeStorage',
    'desktopCapturer',
    'globalShortcut',
    'clipboard',
    'webFrame',
  ])('E15 E31 E36 E42 nothing takes %s from Electron', (name) => {
    expect(takers(name)).toEqual([])
  })
  it('E17 only the one wrapper listens to pages, and only the preload speaks for one', () => {
    expect(takers('ipcMain')).toEqual(['electron/ipc.ts'])
    expect(holding(shell, /ipcMain\.(?:on|once|handleOnce)\(/)).toEqual([])
    expect(takers('ipcRenderer')).toEqual(['electron/preload.ts'])
    expect(takers('contextBridge')).toEqual(['electron/preload.ts'])
  })
  it('E20 the preload needs nothing but Electron and plain constants', () => {
    const preload = shell.find(({ path }) => path === 'electron/preload.ts')?.text ?? ''
    const from = [...preload.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
    expect(from).toEqual(['electron', '#contract/bridge', '#electron/channels'])
  })
  it('E21 the vault runs in a utility process, never in a forked Node', () => {
    expect(takers('utilityProcess')).toEqual(['electron/host/utility.ts'])
    const ofElectron = shell.filter(({ path }) => !path.startsWith('electron/loopback'))
    expect(holding(ofElectron, /node:child_process|\beval\(|new Function\(/)).toEqual([])
  })
  it('E30 no session is kept on disk', () => {
    expect(holding(shell, /fromPartition\(['"`]persist:|partition: ['"`]persist:|defaultSession/)).toEqual([])
  })
  it('E36 nothing reaches for a network by itself', () => {
    const ofElectron = shell.filter(({ path }) => !path.startsWith('electron/loopback'))
    expect(
      holding(ofElectron, /node:(?:https?|net|tls|dgram|dns|http2)'|\bfetch\(|new WebSocket|resolveHost|resolveProxy/),
    ).toEqual([])
  })
  it('E39 prints in one place, and makes no PDF on its own', () => {
    expect(holding(shell, /\.print\(/)).toEqual(['electron/printing.ts'])
    expect(holding(shell, /printToPDF|silent: true/)).toEqual([])
  })
})

describe('the runtime', () => {
  it('E16 is pinned to one exact version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string }
    expect(installed.version).toBe(devDependencies.electron)
    expect(Number.parseInt(installed.version, 10)).toBeGreaterThanOrEqual(45)
  })
})
