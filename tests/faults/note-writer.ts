/** A process that types a note as fast as the vault takes it and says after each save what is acknowledged. Made to be killed. */
import { randomUUID } from 'node:crypto'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import type { Visit } from '#contract/visits'
import { workOn } from './work-on.ts'

const [file = '', key = '', visitId = '', userId = ''] = process.argv.slice(2)
const { gate } = workOn(file, key, userId)
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
