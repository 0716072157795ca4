/** A process that types a note as fast as the vault takes it and says after each save what is acknowledged. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import type { Visit } from '#contract/visits'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { accountOf } from '#core/accounts'
import { connect } from '#db/connection'
import { openVault } from '#db/vault/open'

const [file = '', key = '', visitId = '', userId = ''] = process.argv.slice(2)
const connection = connect(openVault(file, Buffer.from(key, 'hex')))
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
const visit = (await gate.call(['visits', 'get'], { visitId })) as Visit
const before = (await gate.call(['notes', 'get'], { visitId })) as Note | null
let { version, text } = { version: before?.version ?? 0, text: before?.body.problem ?? '' }
for (;;) {
  text += '她说，'
  const input = {
    visitId,
    studentId: visit.studentId,
    version,
    body: { ...EMPTY_NOTE, problem: text },
    requestId: randomUUID(),
  }
  version = ((await gate.call(['notes', 'save'], input)) as Note).version
  process.stdout.write(`${version}\n`)
  if (text.length > 15_000) text = ''
}
