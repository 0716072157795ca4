/** A process that takes in a screening's results step by step and says how far it is. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { TakenIn } from './roster-taker.ts'
import { workOn } from './work-on.ts'

/** Goes on where the import in this vault stopped; `tell` hears of every step that is in. */
export async function goOnWithResults(
  [file = '', key = '', userId = '', importId = '']: string[],
  tell: (at: TakenIn) => void = () => {},
): Promise<TakenIn> {
  const { gate, vault } = workOn(file, key, userId)
  let at: TakenIn = { done: 0, rows: 0, finished: false }
  while (!at.finished) {
    const input = { importId, offset: at.done, requestId: randomUUID() }
    at = (await gate.call(['screenings', 'proceed'], input)) as TakenIn
    tell(at)
  }
  vault.close()
  return at
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await goOnWithResults(process.argv.slice(2), ({ done }) => process.stdout.write(`${done}\n`))
