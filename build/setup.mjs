/**
 * Makes a bare checkout ready: the packages as locked, the build as the sources are. Runs on the Node of the machine
 * (20.20 or newer), so it uses Node's built-ins alone; everything afterwards runs on the pinned Node that it brings.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const root = join(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const isWindows = process.platform === 'win32'

/** The Node that everything runs on after set-up. */
export const pinnedNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')

/** The environment for our own tools: the pinned Node and the locked tools come first. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: [dirname(pinnedNode), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
})

/** Packages and build; nothing is done twice. Ends the process with a plain message when it cannot be done. */
export const setUp = () => {
  preparePackages()
  prepareBuild()
}

export const preparePackages = () => {
  if (arePackagesAsLocked()) return
  say('正在安装所需的软件包… Installing packages (once, about a minute) …')
  // No package may run a script of its own, but the one that brings Node.
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error'])
  if (!existsSync(pinnedNode)) fail('The pinned Node did not arrive. Delete node_modules and try again.', '')
}

export const prepareBuild = () => {
  const stamp = join(root, 'dist', 'stamp.txt')
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say('正在生成程序… Building …')
  const done = spawnSync(pinnedNode, [join('build', 'build.ts')], {
    cwd: root,
    env: toolEnvironment(),
    encoding: 'utf8',
  })
  if (done.status !== 0) fail('The build failed:', `${done.stdout}\n${done.stderr}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
}

export const say = (line) => process.stdout.write(`${line}\n`)

/** What npm left behind must be what the lockfile says; packages for other systems may be missing. */
const arePackagesAsLocked = () => {
  const left = join(modules, '.package-lock.json')
  if (!existsSync(left) || !existsSync(pinnedNode)) return false
  const there = JSON.parse(readFileSync(left, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true
    return there[place] ? there[place].version === version : Boolean(optional || devOptional)
  })
}

const SOURCES = [
  'contract',
  'core',
  'db',
  'electron',
  'renderer',
  'vite.config.ts',
  'build/build.ts',
  'package-lock.json',
]

const hashSources = () => {
  const hash = createHash('sha256')
  const take = (place) => {
    const full = join(root, place)
    if (!existsSync(full)) return
    hash.update(place).update('\0').update(readFileSync(full)).update('\0')
  }
  const visit = (place) => {
    for (const entry of readdirSync(join(root, place), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ))
      if (entry.isDirectory()) visit(join(place, entry.name))
      else take(join(place, entry.name))
  }
  for (const place of SOURCES)
    if (/\.\w+$/.test(place)) take(place)
    else visit(place)
  return hash.digest('hex')
}

const npm = (args) => {
  const script = process.env.npm_execpath
  const options = { cwd: root, encoding: 'utf8' }
  const done = script?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options)
    : spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows })
  if (done.status !== 0) fail(`npm ${args[0]} failed:`, `${done.stdout ?? ''}\n${done.stderr ?? done.error ?? ''}`)
}

const fail = (sentence, detail) => {
  process.stderr.write(`${sentence}\n${detail.trim()}\n`)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 20)) fail(`Node 20.20 or newer is needed; this is ${process.version}.`, '')
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp()
