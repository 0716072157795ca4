import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page, type Response } from 'playwright-core'
import { SILENT_FLAGS } from '#electron/loopback/app-window'
import { findBrowser } from '#electron/loopback/find-browser'

const root = join(import.meta.dirname, '..', '..')
const shell = join(root, 'dist', 'electron', 'loopback.js')

type Choices = {
  /** A folder that a former launch left; else a fresh one, removed at the end. */
  dataDir?: string
  /** Start on the practice vault: a copy of the one that was filled at the start of the run, where there is one. */
  practice?: boolean
  language?: 'zh' | 'en'
  shade?: 'light' | 'dark'
  /** Otherwise things appear at once, as for people who have asked their computer for less motion. */
  motion?: boolean
  /** Where the school is; the host and the window keep its time. */
  timeZone?: string
}
export const HOME = 'Asia/Shanghai'
/** Where the practice vaults of a run lie (tests/e2e/filled-practice.ts). */
export const PRACTICE = 'QUIETROOM_TEST_PRACTICE'

export type Host = { process: ChildProcess; address: string; said: string[]; exited: Promise<number | null> }
export type App = {
  page: Page
  host: Host
  dataDir: string
  /** Everything the page complained about: errors, refused content, failed loads. Empty in a good run. */
  complaints: string[]
  close(): Promise<void>
}

let shared: Promise<Browser> | undefined
/** Inside a run of tests the files that a worker takes one after the other have one browser, and each launch a profile of its own in it. */
const isShared = process.env[PRACTICE] !== undefined
const browserOfLaunch = async (): Promise<Browser> => {
  if (!isShared) return startBrowser()
  const former = await shared?.catch(() => undefined)
  if (former?.isConnected()) return former
  shared = startBrowser()
  return shared
}

/** Opens the built app in a real Chromium on the way that people take: the printed address, used once. */
export const launch = async (choices: Choices = {}): Promise<App> => {
  const dataDir = choices.dataDir ?? mkdtempSync(join(tmpdir(), 'quietroom-e2e-'))
  if (choices.practice) copyPractice(dataDir, choices.timeZone ?? HOME)
  const host = await startHostProcess(dataDir, choices.practice ? ['--practice'] : [], choices.timeZone)
  const browser = await browserOfLaunch()
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: choices.language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: choices.timeZone ?? HOME,
    colorScheme: choices.shade ?? 'light',
    reducedMotion: choices.motion ? 'no-preference' : 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('response', (response) => void complainOfRights(response, complaints))
  await page.goto(host.address)
  const close = async () => {
    await context.close()
    if (!isShared) await browser.close()
    await stopHost(host)
    if (!choices.dataDir) rmSync(dataDir, { recursive: true, force: true })
  }
  return { page, host, dataDir, complaints, close }
}

/** A screen asks for nothing that whoever sits before it has no right to. */
const complainOfRights = async (response: Response, complaints: string[]): Promise<void> => {
  if (response.status() !== 403) return
  const said = await response.text().catch(() => '')
  if (said.includes('"reason":"role"')) complaints.push(`asked without a right: ${new URL(response.url()).pathname}`)
}

/** Its folder is named after the day it tells its term up to; on another day, or elsewhere, a launch fills its own. */
export const practiceOf = (folder: string, timeZone = HOME): string =>
  join(folder, `${new Date().toLocaleDateString('sv', { timeZone })}-${timeZone.replace('/', '-')}`)

const copyPractice = (dataDir: string, timeZone: string): void => {
  const filled = process.env[PRACTICE]
  const practice = filled ? practiceOf(filled, timeZone) : ''
  if (existsSync(practice) && !existsSync(join(dataDir, 'practice'))) cpSync(practice, dataDir, { recursive: true })
}

/** The host alone, as `npm start` runs it, until it has printed its address. */
export const startHostProcess = async (
  dataDir: string,
  args: string[] = [],
  timeZone = HOME,
  program = shell,
): Promise<Host> => {
  if (!existsSync(program)) throw new Error('The app is not built: run it through `npm run e2e`.')
  const child = spawn(process.execPath, [program, '--address', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, QUIETROOM_DATA: dataDir, TZ: timeZone },
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const said: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (line.startsWith('http://')) resolve(line)
    })
    void exited.then((code) => reject(new Error(`The host ended with ${code}: ${said.join(' ')}`)))
  })
  return { process: child, address, said, exited }
}

export const stopHost = async ({ process: child, exited }: Host): Promise<void> => {
  child.kill('SIGTERM')
  await exited
}

export const startBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium here: run it through `npm run e2e`.')
  // As our own window is started; strange pages of the tests also stand on `localhost`.
  const args = SILENT_FLAGS.map((flag) => (flag.startsWith('--host-resolver') ? `${flag}, EXCLUDE localhost` : flag))
  return chromium.launch({ executablePath, args })
}
