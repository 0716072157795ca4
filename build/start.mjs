/** `npm start`: sets everything up and opens the app. `-- --address` prints an address instead of opening a window. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronProgram } from './electron-runtime.mjs'
import { pinnedNode, root, say, setUp } from './setup.mjs'

/** Opens the app in Electron or, where there is none, in a browser window; ends with it. */
export const openApp = async (args) => {
  setUp()
  const electron =
    args.includes('--address') || process.env.QUIETROOM_SHELL === 'loopback' ? undefined : await electronProgram()
  if (electron) return run(electron, [root, ...args], [])
  say(
    '用本机浏览器打开静室（这里没有 Electron）。 Electron is not at hand here: Quietroom opens in this computer’s browser.',
  )
  return run(pinnedNode, [join(root, 'dist', 'electron', 'loopback.js'), ...args], ['ipc'])
}

/** The host ends by itself when the channel to this process breaks. */
const run = (program, args, channel) => {
  const child = spawn(program, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', ...channel] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await openApp(process.argv.slice(2))
