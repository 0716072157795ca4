/** A process that takes in an import batch by batch and says how far it is. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { accountOf } from '#core/accounts'
import { connect } from '#db/connection'
import { openVault } from '#db/vault/open'

export type TakenIn = { done: number; rows: number; finished: boolean }

/** Goes on where the import in this vault stopped; `tell` hears of every batch that is in. */
export async function goOn(
  [file = '', key = '', userId = '', importId = '']: string[],
  tell: (at: TakenIn) => void = () => {},
): Promise<TakenIn> {
  const vault = openVault(file, Buffer.from(key, 'hex'))
  const connection = connect(vault)
  const room = { connection, me: accountOf(connection.readable, userId), practice: false }
  const gate = createGate({
    state: () => 'unlocked',
    room: () => room,
    lifecycle: null,
    clock: clockFrom(Date.now),
    newId: randomUUID,
    log: () => {},
    services: { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() },
  })
  let at: TakenIn = { done: 0, rows: 0, finished: false }
  while (!at.finished) {
    const input = { importId, offset: at.done, requestId: randomUUID() }
    at = (await gate.call(['imports', 'proceed'], input)) as TakenIn
    tell(at)
  }
  vault.close()
  return at
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await goOn(process.argv.slice(2), ({ done }) => process.stdout.write(`${done}\n`))
