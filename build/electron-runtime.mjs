/** Electron's runtime is not part of the npm package: it is fetched once, if this machine can reach it. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, say } from './setup.mjs'

const folder = join(root, 'node_modules', 'electron')
const memory = join(root, '.cache', 'electron-runtime.json')
const LIMIT_MS = 60_000
const A_DAY_MS = 86_400_000

/** The runtime's program, fetched within a minute if need be; undefined when this machine cannot have it. */
export const electronProgram = async () => {
  if (!canShowElectron()) return undefined
  if (!existsSync(programPlace() ?? '') && !hasFailedToday()) {
    say('正在获取 Electron（最多一分钟）… Fetching Electron (at most a minute) …')
    if (!(await fetchRuntime())) remember()
  }
  const program = programPlace()
  return program && existsSync(program) ? program : undefined
}

/** Electron needs a display, and does not start for root with its sandbox, which we never switch off. */
const canShowElectron = () =>
  process.platform !== 'linux' ||
  (Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.getuid?.() !== 0)

const programPlace = () => {
  const note = join(folder, 'path.txt')
  return existsSync(note) ? join(folder, 'dist', readFileSync(note, 'utf8').trim()) : undefined
}

const fetchRuntime = () =>
  new Promise((resolve) => {
    const isWindows = process.platform === 'win32'
    const child = spawn(pinnedNode, [join(folder, 'install.js')], { stdio: 'ignore', detached: !isWindows })
    const stop = () => {
      if (isWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' })
      else if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(stop, LIMIT_MS)
    const done = (isThere) => {
      clearTimeout(timer)
      resolve(isThere)
    }
    child.once('error', () => done(false))
    child.once('exit', (code) => done(code === 0))
  })

const version = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** A failure counts for a day, so that the next start does not wait again. */
const hasFailedToday = () => {
  if (!existsSync(memory)) return false
  const { failedAt, of } = JSON.parse(readFileSync(memory, 'utf8'))
  return of === version() && Date.now() - failedAt < A_DAY_MS
}

const remember = () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(memory, JSON.stringify({ failedAt: Date.now(), of: version() }))
}
