import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOME, practiceOf, PRACTICE, startHostProcess, stopHost } from './launch.ts'
import { noonZone } from './pages/noon.ts'

/** Fills the practice vaults once for all tests of a run, by the built program, and gives every worker the place. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-practice-'))
  const giveBack = (): void => rmSync(folder, { recursive: true, force: true })
  const fill = async (timeZone: string): Promise<void> =>
    stopHost(await startHostProcess(practiceOf(folder, timeZone), ['--practice'], timeZone))
  try {
    await Promise.all([HOME, noonZone()].map(fill))
  } catch (error) {
    giveBack()
    throw error
  }
  process.env[PRACTICE] = folder
  return giveBack
}
