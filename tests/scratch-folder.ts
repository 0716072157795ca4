import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder that outlives one test, as a shell that was started does; gone when this process of tests ends. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `quietroom-${name}-`))
  made.push(folder)
  return folder
}
