import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { insertAuditRow, registerSigningKey } from '#db/repos/audit'
import { verifyAuditChain } from '#db/repos/audit-chain'
import { insertUser } from '#db/repos/settings'
import { connect } from '#db/connection'
import { createVault, openVault } from '#db/vault/open'
import { newOwnKeys } from '#db/vault/own-keys'
import { signerOf } from '#db/vault/signing'
import { timePair } from './measure.ts'
import { openPlain, plainTwin } from './plain.ts'
import { type Line, line } from './table.ts'

const ROWS = 100_000
const SECOND_MS = 1000

/** Verifying a log of so many rows by two people in turn, each of them signed. */
export async function logLine(cache: string): Promise<Line> {
  const folder = mkdtempSync(join(cache, 'log-'))
  const [file, plainFile, databaseKey] = [join(folder, 'vault.db'), join(folder, 'plain.db'), randomBytes(32)]
  try {
    fill(file, databaseKey)
    plainTwin(file, databaseKey, plainFile)
    const vaults = [openVault(file, databaseKey), openPlain(plainFile)] as const
    const logs = [connect(vaults[0]).readable, connect(vaults[1]).readable] as const
    try {
      return line('verify a log of 100,000 rows', 2000, await timePair(logs, 12, verifyAuditChain))
    } finally {
      for (const vault of vaults) vault.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function fill(file: string, databaseKey: Buffer): void {
  const vault = createVault(file, databaseKey)
  const people = [newOwnKeys(), newOwnKeys()].map((keys) => ({ id: randomUUID(), keys, sign: signerOf(keys) }))
  connect(vault).transaction((db) => {
    const at = (n: number): string => new Date(Date.UTC(2026, 8, 1) + n * SECOND_MS).toISOString()
    for (const { id, keys, sign } of people) {
      insertUser(db, { id, name: id, sex: null, roles: ['counselor'] }, at(0))
      registerSigningKey(db, { userId: id, publicKey: keys.signing.publicKey, at: at(0) }, sign)
    }
    for (let n = people.length; n < ROWS; n++) {
      // A morning each, as people sit at one desk in turn.
      const { id: userId, sign } = people[Math.floor(n / 200) % 2]!
      const [subjectId, studentId] = [randomUUID(), null]
      insertAuditRow(db, { at: at(n), userId, event: 'note.read', subjectId, studentId }, sign)
    }
  })
  vault.close()
}
