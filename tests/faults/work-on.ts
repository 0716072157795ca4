import { accountOf } from '#core/accounts'
import type { Account } from '#contract/settings'
import { record } from '#core/gatekeeping'
import type { Connection } from '#db/connection'
import { openExamined } from '#db/vault/examine'
import type { OwnKeys } from '#db/vault/own-keys'
import type { Vault } from '#db/vault/open'
import { signerOf } from '#db/vault/signing'
import { clockFrom } from '#electron/host/clock'
import { createGate, type Gate } from '#electron/host/gate'
import { freshId } from './random.ts'

export type Work = { gate: Gate; vault: Vault; connection: Connection; me: Account; lock(): void }

/**
 * A gate on an existing vault, for a process of its own that is made to be killed. `ownKeys`: JSON of the person's
 * `OwnKeys`, for a vault whose log is signed.
 */
export function workOn(file: string, key: string, userId: string, ownKeys = 'null'): Work {
  const databaseKey = Buffer.from(key, 'hex')
  const { connection, alarm } = openExamined(file, databaseKey, { counter: 0 })
  if (alarm) throw new Error(`an alarm: ${alarm.kind}`)
  const { vault } = connection
  const keys = JSON.parse(ownKeys) as OwnKeys | null
  const room = { connection, me: accountOf(connection.readable, userId), practice: false, keys, startCode: false }
  const gate = createGate({
    state: () => 'unlocked',
    room: () => room,
    lifecycle: null,
    clock: clockFrom(Date.now),
    newId: freshId,
    log: () => {},
    services: { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() },
  })
  const lock = (): void => {
    const row = { at: new Date().toISOString(), userId, event: 'vault.locked', subjectId: 'quick', studentId: null }
    connection.transaction((db) => record(db, row, keys && signerOf(keys)))
    vault.close()
  }
  return { gate, vault, connection, me: room.me, lock }
}
