import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { findBrowser } from '#electron/loopback/find-browser'
import { ROOT } from '#tests/source-files'

/** The room in the window that the program opens by itself: host, thread and browser as they run for a counselor. */
export type OwnWindow = {
  page: Page
  /** Everything that any of it keeps lies in here: home, temporary files with the browser's profile, and the data. */
  place: string
  dataDir: string
  hostPid: number
  browserPid: number
  /** Of the address that the window was opened with. */
  launchSecret: string
  /** All that the host has said. */
  said: () => string
  /** Ends the host as a person's Ctrl+C does, with all that it has started. */
  close(): Promise<void>
}
type Choices = {
  /** The program that runs the host, as `strace` does. */
  under?: readonly string[]
  /** Another `loopback.js` than the built one. */
  shell?: string
  /** The browser is kept from leaving its record off, as it would be without `--incognito`. */
  onTheRecord?: boolean
  /** Puts a vault there before the start. */
  fill?: (dataDir: string) => Promise<void>
}

export async function openOwnWindow(choices: Choices = {}): Promise<OwnWindow> {
  const place = mkdtempSync(join(tmpdir(), 'quietroom-own-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }))
  const [home, temp, dataDir] = ['home', 'temp', 'data'].map((name) => join(place, name)) as [string, string, string]
  for (const folder of [home, temp, dataDir]) mkdirSync(folder)
  await choices.fill?.(dataDir)
  const tools = mkdtempSync(join(tmpdir(), 'quietroom-tools-'))
  onTestFinished(() => rmSync(tools, { recursive: true, force: true }))
  const shell = choices.shell ?? join(ROOT, 'dist', 'electron', 'loopback.js')
  const [program, ...args] = choices.under ?? []
  const command = [process.execPath, shell]
  const child = spawn(program ?? process.execPath, program ? [...args, ...command] : [shell], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...browserOf(tools, choices),
      QUIETROOM_DATA: dataDir,
      HOME: home,
      TMPDIR: temp,
      DISPLAY: ':9',
    },
  })
  const exited = once(child, 'exit')
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said += String(chunk)))
  const hostPid = choices.under ? await onlyChildOf(child.pid) : (child.pid ?? 0)
  const profile = await profileIn(temp)
  const door = () => Number.parseInt(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8'), 10)
  await expect.poll(door).toBeGreaterThan(0)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${door()}`)
  const pages = () => browser.contexts().flatMap((context) => context.pages())
  await expect.poll(() => pages().some((page) => page.url().startsWith('http://k'))).toBe(true)
  const page = pages().find((one) => one.url().startsWith('http://k'))
  if (!page) throw new Error('the window is gone')
  // Whoever is watched stops at every call: what takes a second takes twenty, and more beside other work.
  page.setDefaultTimeout(choices.under ? 180_000 : 60_000)
  const wire = await page.context().newCDPSession(page)
  const downloads = { behavior: 'allow', downloadPath: home } as const
  // A page says that it has come a moment before the browser takes it for the one that is there, and refuses until then.
  const isTaken = () =>
    wire.send('Page.setDownloadBehavior', downloads).then(
      () => 'taken',
      (error: unknown) => String(error),
    )
  await expect.poll(isTaken).toBe('taken')
  const close = async (): Promise<void> => {
    await browser.close()
    if (isThere(hostPid)) process.kill(hostPid, 'SIGTERM')
    await expect.poll(() => isThere(hostPid)).toBe(false)
    // Whoever watches waits for the last of them, and a host that is watched may run out of time before they are gone.
    for (const pid of pidsIn(place)) process.kill(pid, 'SIGKILL')
    await exited
  }
  onTestFinished(close)
  const launchSecret = /#c=([0-9a-f]{64})/u.exec(readFileSync(join(tools, 'opened'), 'utf8'))?.[1] ?? ''
  return { page, place, dataDir, hostPid, browserPid: browserPidOf(profile), launchSecret, said: () => said, close }
}

/** A browser without a screen that lets the test in, otherwise started with every flag of the product; it keeps what it opens. */
function browserOf(tools: string, { onTheRecord }: Choices): NodeJS.ProcessEnv {
  const file = join(tools, 'browser')
  const drop = onTheRecord ? '--incognito' : '--none'
  writeFileSync(
    file,
    `#!/bin/sh
for flag in "$@"; do
  shift
  case "$flag" in
    --app=file://*) cp "\${flag#--app=file://}" "${join(tools, 'opened')}" ;;
    --app=*) echo "$flag" > "${join(tools, 'opened')}" ;;
  esac
  [ "$flag" = ${drop} ] || set -- "$@" "$flag"
done
exec "${findBrowser() ?? ''}" --headless=new --disable-gpu --remote-debugging-port=0 --lang=zh-CN --accept-lang=zh-CN "$@"
`,
  )
  chmodSync(file, 0o755)
  return { CHROMIUM: file }
}

async function onlyChildOf(pid = 0): Promise<number> {
  const children = () => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  await expect.poll(children).toMatch(/^\d+$/u)
  return Number(children())
}

async function profileIn(temp: string): Promise<string> {
  const find = () =>
    readdirSync(temp)
      .filter((name) => name.startsWith('quietroom-window-'))
      .map((name) => join(temp, name, 'profile'))
      .find((profile) => existsSync(join(profile, 'DevToolsActivePort')))
  await expect.poll(find, { timeout: 60_000 }).toBeDefined()
  return find() ?? ''
}

const isThere = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

/** What still runs with a file of this place in its command line. */
const pidsIn = (place: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => isThere(pid) && pid !== process.pid && commandOf(pid).includes(`${place}/`))

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Of those that run with this profile the one that is nobody's helper. */
function browserPidOf(profile: string): number {
  const isBrowser = (pid: number): boolean => {
    const line = commandOf(pid)
    return line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=') && !line.startsWith('/bin/sh')
  }
  return pidsIn(profile.replace(/\/profile$/u, '')).find(isBrowser) ?? 0
}
