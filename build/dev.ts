/** `npm run dev`: builds anew at every change; a change outside the window starts the host anew as well. */
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const configFile = join(root, 'vite.config.ts')
process.chdir(root)

let host: ChildProcess | undefined
const startHost = () => {
  host?.kill()
  host = spawn(process.execPath, [join('dist', 'electron', 'loopback.js'), ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

let isBuilding = false
let isAskedAgain = false
/** One build at a time; what changes meanwhile is built afterwards. */
const rebuild = async (): Promise<void> => {
  if (isBuilding) {
    isAskedAgain = true
    return
  }
  isBuilding = true
  try {
    for (const mode of ['renderer', 'host']) await build({ configFile, mode, logLevel: 'warn' })
    startHost()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  isBuilding = false
  if (isAskedAgain) {
    isAskedAgain = false
    await rebuild()
  }
}

let timer: NodeJS.Timeout | undefined
for (const folder of ['contract', 'core', 'db', 'electron', 'renderer'])
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void rebuild(), 200)
  })
startHost()
