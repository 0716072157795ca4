import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export type AppWindow = {
  onClosed: (listener: () => void) => void
  forgetAddress: () => void
  close: () => Promise<void>
}

const PREFIX = 'quietroom-window-'

/** Without the network: a browser has much of its own to ask (security.md §0, F18). */
export const SILENT_FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-proxy-server',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost',
]

/** A window without memory and without the network (security.md §4.4 H10). Never a debugging port. */
const windowFlags = (profile: string, page: string, isRoot: boolean): string[] => [
  `--app=${page}`,
  `--user-data-dir=${profile}`,
  ...SILENT_FLAGS,
  '--incognito',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--window-size=1366,768',
  // Chromium does not start for root with its sandbox.
  ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
]

/**
 * Opens the room as a window of its own in a fresh off-the-record profile. The launch address never stands in the command
 * line, which other programs can read: it waits in a page of a folder that only this account may open.
 */
export const openAppWindow = (browser: string, launchAddress: string): AppWindow => {
  const root = rootFor(browser)
  sweep(root)
  const folder = mkdtempSync(join(root, `${PREFIX}${process.pid}-`))
  chmodSync(folder, 0o700)
  const page = join(folder, 'open.html')
  writeFileSync(page, openingPage(launchAddress), { mode: 0o600 })
  const flags = windowFlags(join(folder, 'profile'), pathToFileURL(page).href, process.getuid?.() === 0)
  // A group of its own, so that the browser's helpers can be ended with it.
  // What a browser writes down of its memory when it crashes (in spite of the flag) would stay in the home otherwise.
  const env = { ...plainEnvironment(), BREAKPAD_DUMP_LOCATION: join(folder, 'crashes') }
  const child = spawn(browser, flags, { stdio: 'ignore', env, detached: hasGroups })
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const forgetAddress = () => rmSync(page, { force: true })
  return {
    onClosed: (listener) => void closed.then(listener),
    forgetAddress,
    async close() {
      forgetAddress()
      await end(child, closed)
      remove(folder)
    },
  }
}

const openingPage = (address: string) =>
  `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>静室</title>` +
  `<script>location.replace(${JSON.stringify(address)})</script>`

/** A browser from a snap sees neither the shared temporary folder nor hidden folders of the home. */
const rootFor = (browser: string) =>
  browser.startsWith('/snap/') || browser.endsWith('/chromium-browser') ? snapRoot() : tmpdir()
const snapRoot = () => {
  const common = join(homedir(), 'snap/chromium/common')
  try {
    readdirSync(common)
    return common
  } catch {
    return tmpdir()
  }
}

const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/proxy|^QUIETROOM_/i.test(name)))

const hasGroups = process.platform !== 'win32'

const end = async (child: ChildProcess, closed: Promise<void>) => {
  child.kill()
  const forced = setTimeout(() => child.kill('SIGKILL'), 1_000)
  await closed
  clearTimeout(forced)
  if (child.pid !== undefined && hasGroups) await endGroup(child.pid)
}

/** Helpers outlive a killed browser for a moment and would make its folder anew behind us. */
const endGroup = async (group: number) => {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      process.kill(-group, 'SIGKILL')
    } catch {
      return
    }
    await after(10)
  }
}

/** A scanner may still hold files for a moment. */
const remove = (folder: string) => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  } catch {
    // The next start sweeps it away.
  }
}

/** Folders of launches that were killed before they could clean up. */
const sweep = (root: string) => {
  for (const name of readdirSync(root)) {
    const pid = /^quietroom-window-(\d+)-/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) remove(join(root, name))
  }
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
