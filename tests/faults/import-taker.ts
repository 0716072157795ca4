/** A process that takes in an import step by step and says how far it is. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { workOn } from './work-on.ts'

export type TakenIn = { done: number; rows: number; finished: boolean }

/** Goes on where the import of this feature (`imports`, `screenings`) stopped; `tell` hears of every step that is in. */
export async function goOn(
  [feature = '', file = '', key = '', userId = '', importId = '']: string[],
  tell: (at: TakenIn) => void = () => {},
): Promise<TakenIn> {
  const { gate, vault } = workOn(file, key, userId)
  let at: TakenIn = { done: 0, rows: 0, finished: false }
  while (!at.finished) {
    const input = { importId, offset: at.done, requestId: randomUUID() }
    at = (await gate.call([feature, 'proceed'], input)) as TakenIn
    tell(at)
  }
  vault.close()
  return at
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await goOn(process.argv.slice(2), ({ done }) => process.stdout.write(`${done}\n`))
