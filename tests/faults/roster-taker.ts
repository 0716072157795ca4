/** A process that takes in an import batch by batch and says how far it is. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'

export type TakenIn = { done: number; rows: number; finished: boolean }

/** Goes on where the import in this vault stopped; `tell` hears of every batch that is in. */
export async function goOn(
  [file = '', key = '', userId = '', importId = '']: string[],
  tell: (at: TakenIn) => void = () => {},
): Promise<TakenIn> {
  const { gate, vault } = workOn(file, key, userId)
  let at: TakenIn = { done: 0, rows: 0, finished: false }
  while (!at.finished) {
    const input = { importId, offset: at.done, requestId: randomUUID() }
    at = (await gate.call(['imports', 'proceed'], input)) as TakenIn
    tell(at)
  }
  vault.close()
  return at
}
import { workOn } from './work-on.ts'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await goOn(process.argv.slice(2), ({ done }) => process.stdout.write(`${done}\n`))
