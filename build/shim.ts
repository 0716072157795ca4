/** Compiles what stands between a program and the disk in the tests of faults; prints where it is. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { apt, canApt } from './apt.ts'

const source = join(import.meta.dirname, 'faults', 'shim.c')
const FLAGS = ['-O2', '-Wall', '-Werror', '-shared', '-fPIC']
const LIBRARIES = ['-ldl', '-lpthread']

export function ensureShim(): string {
  if (process.platform !== 'linux')
    throw new Error('Power cuts and failing disks are tried on Linux alone: the tests step in between Node and libc.')
  const folder = join(import.meta.dirname, '..', '.cache', 'faults')
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16)
  const shim = join(folder, `shim-${digest}.so`)
  if (existsSync(shim)) return shim
  mkdirSync(folder, { recursive: true })
  const part = `${shim}.${process.pid}`
  let trouble = compile(part)
  if (trouble !== null && canApt()) {
    apt(['gcc', 'libc6-dev'])
    trouble = compile(part)
  }
  if (trouble !== null)
    throw new Error(`The tests of faults need a C compiler. Install gcc with the files of libc, or clang.\n${trouble}`)
  renameSync(part, shim)
  return shim
}

/** Null, or why no compiler could do it. */
function compile(shim: string): string | null {
  let trouble = 'No gcc, cc or clang was found.'
  for (const name of ['gcc', 'cc', 'clang']) {
    const done = spawnSync(name, [...FLAGS, '-o', shim, source, ...LIBRARIES], { encoding: 'utf8' })
    if (done.status === 0) return null
    if (done.stderr) trouble = done.stderr
  }
  return trouble
}

if (import.meta.main) console.log(ensureShim())
