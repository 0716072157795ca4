/** Finds a Chromium for the tests, or brings one: by apt as root, else Playwright's own. Prints where it is. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '#electron/loopback/find-browser'
import { apt, canApt, quietly } from './apt.ts'

const root = join(import.meta.dirname, '..')

export const ensureBrowser = (): string => {
  bringChineseFonts()
  const found = anyBrowser()
  if (found) return found
  if (canApt()) apt(['chromium'])
  if (!anyBrowser())
    quietly(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const brought = anyBrowser()
  if (!brought)
    throw new Error(
      'No Chromium here and none could be brought. Install Chromium, Chrome or Edge, or name one in CHROMIUM.',
    )
  return brought
}

const anyBrowser = (): string | undefined => {
  const playwrights = chromium.executablePath()
  return findBrowser() ?? (existsSync(playwrights) ? playwrights : undefined)
}

/** Without them pictures and prints of the tests show boxes for Chinese. */
const bringChineseFonts = () => {
  if (process.platform !== 'linux') return
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  if (list.stdout?.trim()) return
  if (canApt()) apt(['fontconfig', 'fonts-noto-cjk'])
  else console.warn('No Chinese font is installed; text in pictures may show as boxes.')
}

/** Shows the tests every write of every process. */
const bringTracer = () => {
  if (canApt() && !existsSync('/usr/bin/strace')) apt(['strace'])
}

if (import.meta.main) {
  bringTracer()
  console.log(ensureBrowser())
}
