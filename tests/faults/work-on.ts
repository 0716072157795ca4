import { randomUUID } from 'node:crypto'
import { accountOf } from '#core/accounts'
import type { Account } from '#contract/settings'
import { type Connection, connect } from '#db/connection'
import { openVault, type Vault } from '#db/vault/open'
import { clockFrom } from '#electron/host/clock'
import { createGate, type Gate } from '#electron/host/gate'

type Work = { gate: Gate; vault: Vault; connection: Connection; me: Account }

/** A gate on an existing vault, for a process of its own that is made to be killed. */
export function workOn(file: string, key: string, userId: string): Work {
  const vault = openVault(file, Buffer.from(key, 'hex'))
  const connection = connect(vault)
  const room = { connection, me: accountOf(connection.readable, userId), practice: false, keys: null, startCode: false }
  const gate = createGate({
    state: () => 'unlocked',
    room: () => room,
    lifecycle: null,
    clock: clockFrom(Date.now),
    newId: randomUUID,
    log: () => {},
    services: { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() },
  })
  return { gate, vault, connection, me: room.me }
}
