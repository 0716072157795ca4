/**
 * A process that does everything the program can do, with a canary in every free text, and is then killed; or that opens
 * what it left. Arguments: folder of the vault, `memory` or `file` for what is sorted, `begin` or `again`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenRoom } from '#electron/host/room'
import { clockFrom } from '#electron/host/clock'
import { readWorkbook } from '#electron/host/workbook-reader'
import { MORNING } from '#tests/context'
import { fillSchool, foundSchool, type House, openHouse, PASSWORD, PHQ9, WISHES } from '#tests/electron/kiosk-house'
import { CANARY } from './canaries.ts'
import { type Known, procedures, uuidOf, valueOf, type Words } from './contract-inputs.ts'
import { daysWork } from './days-work.ts'
import { recordsOf } from './known-records.ts'
import { randomFrom } from './random.ts'

const [folder = '', tempStore = 'memory', when = 'begin'] = process.argv.slice(2)
const ROUNDS = tempStore === 'file' ? 1 : 6
const random = randomFrom(7)
let nowMs = MORNING
const house = openHouse(
  folder,
  clockFrom(() => (nowMs += 50)),
)
Object.assign(house.services, { readWorkbook: (_name: string, content: Uint8Array) => readWorkbook(content) })
const answered = new Set<string>()
const words: Words = (field) => [`${CANARY} ${field}`, CANARY]
const stick = join(folder, '..', 'stick')

if (when === 'again') {
  await unlock()
  await house.ask('students.find', { text: CANARY, limit: 10 })
  house.life.lock('test')
} else await doEverything()

async function doEverything(): Promise<void> {
  mkdirSync(stick)
  await foundSchool(house)
  const scene = await fillSchool(house)
  underPressure(house)
  let left = 40
  for await (const _promise of daysWork(house.gate, room().me, random)) if (--left === 0) break
  const records = recordsOf(room, house.services.openFiles)
  const roster = Buffer.from(`姓名,学号,班级\n${CANARY},2026001,七年级1班\n${CANARY}二,2026002,七年级1班\n`)
  const known: Known = (field, from) => {
    if (field === 'content') return from.pick([roster.toString('base64'), records.known(field, from)])
    if (/password$/iu.test(field)) return PASSWORD
    // Who helps or closes herself is out.
    if (field === 'accountId') return [uuidOf(from), records.known(field, from)].findLast((id) => id !== room().me.id)
    if (/path|folder/iu.test(field)) return stick
    return records.known(field, from)
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { path, meta, input } of procedures()) {
      if (meta.kind === 'lifecycle' && (round > 1 || !meta.states.includes('unlocked'))) continue
      if (round === 0 || random.below(3) === 0) records.look(random)
      else records.turn(random)
      await ask(path, valueOf(input, random, known, words))
      if (meta.kind === 'lifecycle') await unlock()
    }
  await paperIn(scene.studentId)
  await house.gate.call(['vault', 'lock'], {})
  await ask('vault.unlock', { password: CANARY })
  await unlock()
  await ask('kiosk.start', { studentId: scene.studentId, assessmentIds: scene.sheets, ...WISHES })
  await ask('kiosk.save', { answers: [PHQ9, {}] })
  await ask('kiosk.finish', { answers: [PHQ9, { [CANARY]: 1 }] })
  await unlock()
  room().connection.vault.db.exec('VACUUM')
  process.stdout.write(`answered ${answered.size}\n`)
  await house.ask('drafts.save', { form: 'referral', subjectId: '', body: CANARY.repeat(50) })
  process.kill(process.pid, 'SIGKILL')
}

/** A paper full of the canary goes in, is read, turned, printed and thrown away. */
async function paperIn(studentId: string): Promise<void> {
  const attachmentId = uuidOf(random)
  const of = { attachmentId, studentId, requestId: uuidOf(random) }
  const fields = { name: CANARY, kind: 'other', note: CANARY }
  const content = Buffer.from(`%PDF-1.4\n${CANARY.repeat(30_000)}`).toString('base64')
  const about = { about: 'student', aboutId: studentId }
  await ask('attachments.add', { ...of, ...about, id: attachmentId, fields, content })
  await ask('attachments.list', { studentId, of: null })
  await ask('attachments.content', { ...of, from: 0 })
  await ask('attachments.change', { ...of, fields, turned: 1, requestId: uuidOf(random) })
  await ask('prints.preview', { form: 'attachment', subjectId: attachmentId })
  await ask('attachments.discard', { ...of, reason: CANARY, requestId: uuidOf(random) })
  for (const path of ['add', 'content', 'change', 'discard'])
    if (!answered.has(`attachments.${path}`)) throw new Error(`attachments.${path} was refused`)
}

async function ask(path: string, input: unknown): Promise<void> {
  try {
    await house.gate.call(path.split('.'), input)
    answered.add(path)
  } catch {
    // Refused is as good as answered here: it is what is written that counts.
  }
}

async function unlock(): Promise<void> {
  nowMs += 3_600_000
  const state = house.life.state()
  if (state === 'locked') await ask('vault.unlock', { password: PASSWORD })
  if (state === 'kiosk') await ask('kiosk.leave', { password: PASSWORD })
  underPressure(house)
}

function room(): OpenRoom {
  const open = house.life.room()
  if (!open) throw new Error(`the room is ${house.life.state()}`)
  return open
}

/** Ten pages of memory, as a vault of ten years would have; and `file` is what SQLite does without our setting. */
function underPressure({ life }: House): void {
  const db = life.room()?.connection.vault.db
  db?.pragma('cache_size = 10')
  if (tempStore === 'file') db?.pragma('temp_store = FILE')
}
