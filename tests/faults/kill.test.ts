import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { connect } from '#db/connection'
import { openVault } from '#db/vault/open'
import { findNoteByVisit } from '#db/repos/notes'
import { verifyAuditChain } from '#db/repos/audit'
import { testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const KILLS = 12

/** Runs the writer and kills it without warning after `milliseconds` from its first acknowledged save. */
function writeAndKill(args: string[], milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [new URL('note-writer.ts', import.meta.url).pathname, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let heard = ''
    let trouble = ''
    writer.stderr.on('data', (chunk) => (trouble += String(chunk)))
    writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), milliseconds))
    writer.stdout.on('data', (chunk) => (heard += String(chunk)))
    writer.once('close', () => {
      const acknowledged = heard.slice(0, heard.lastIndexOf('\n')).split('\n').at(-1)
      if (acknowledged) resolve(Number(acknowledged))
      else reject(new Error(`the writer never wrote: ${trouble}`))
    })
  })
}

it(`no acknowledged save is lost in ${KILLS} kills in the middle of typing`, { timeout: 120_000 }, async () => {
  const t = testContext()
  const student = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'alias', name: '小舟' },
    guardians: [],
  })
  const visit = await t.client.visits.register({ id: randomUUID(), studentId: student.id, fields: walkIn(t.me.id) })
  t.close()
  for (let kill = 0; kill < KILLS; kill++) {
    const acknowledged = await writeAndKill(
      [t.file, t.databaseKey.toString('hex'), visit.id, t.me.id],
      Math.random() * 120,
    )
    const vault = openVault(t.file, t.databaseKey)
    const { readable } = connect(vault)
    expect(findNoteByVisit(readable, visit.id)?.version).toBeGreaterThanOrEqual(acknowledged)
    expect(vault.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(verifyAuditChain(readable).brokenAt).toBeNull()
    vault.close()
  }
})
