import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { practiceOf, PRACTICE, startHostProcess, stopHost } from './launch.ts'

/** Fills the practice vault once for all tests of a run, by the built program, and gives every worker the place. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-practice-'))
  const giveBack = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    await stopHost(await startHostProcess(practiceOf(folder), ['--practice']))
  } catch (error) {
    giveBack()
    throw error
  }
  process.env[PRACTICE] = folder
  return giveBack
}
