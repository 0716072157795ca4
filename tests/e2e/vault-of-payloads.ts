import { drawnPaper } from '#core/practice/drawn-paper'
import { systemClock } from '#electron/host/clock'
import { readWorkbook } from '#electron/host/workbook-reader'
import { type Known, procedures, uuidOf, valueOf } from '#tests/faults/contract-inputs'
import { daysWork } from '#tests/faults/days-work'
import { tier } from '#tests/faults/figures'
import { recordsOf } from '#tests/faults/known-records'
import type { Random } from '#tests/faults/random'
import { fillSchool, foundSchool, openHouse } from '#tests/electron/kiosk-house'
import { platformFile, questionnaire, roster } from './payload-files.ts'
import { PAYLOADS } from './payloads.ts'

export type Planted = { call: string; field: string; payload: string }
export type Doors = { table: string; id: string }
/** A screening round, and files of its platform that nobody has taken in yet. */
export type Screening = { roundId: string; files: { name: string; mimeType: string; buffer: Buffer }[] }

const STUDENTS = tier(14, 150)
/** Students in each file of a platform, and such files. */
const SCREENED = tier(16, 190)
const FILES = tier(1, 10)
/** As many times is every writing call asked. */
const ROUNDS = tier(4, 300)
export const MARK = /px\d{6}x/gu

/**
 * A school whose every free text, taken from the contract itself, holds a payload with a mark of its own; what was
 * taken in stands in `planted`, by mark.
 */
export async function vaultOfPayloads(folder: string, random: Random) {
  const house = openHouse(folder, systemClock)
  Object.assign(house.services, { readWorkbook: (_name: string, content: Uint8Array) => readWorkbook(content) })
  await foundSchool(house)
  await fillSchool(house)
  const room = () => house.life.room()!
  const planted = new Map<string, Planted>()
  let left = 30
  for await (const _promise of daysWork(house.gate, room().me, random)) if (--left === 0) break

  let marks = 0
  let made: Map<string, Planted> = new Map()
  let call = ''
  const plant = (field: string): string[] =>
    Array.from({ length: 6 }, (_, at) => {
      const payload = at < 4 ? random.pick(PAYLOADS) : random.pick(PAYLOADS.slice(0, 8))
      const mark = `px${String(marks++).padStart(6, '0')}x`
      made.set(mark, { call, field, payload })
      return payload.replace('#', mark)
    })
  const records = recordsOf(room, house.services.openFiles)
  const files = () => random.pick([roster(plant), questionnaire(plant)])
  const known: Known = (field, from) => (field === 'content' ? files() : records.known(field, from))
  const ask = async (path: string, input: unknown): Promise<void> => {
    try {
      await house.gate.call(path.split('.'), input)
    } catch {
      return
    }
    const said = JSON.stringify(input) + Buffer.from((input as { content?: string }).content ?? '', 'base64').toString()
    for (const mark of said.match(MARK) ?? []) planted.set(mark, made.get(mark)!)
  }
  const inputs = new Map(procedures().map(({ path, input }) => [path, input]))
  const write = async (path: string, given: object, fields: object = {}): Promise<void> => {
    made = new Map()
    call = path
    const drawn = valueOf(inputs.get(path)!, random, known, plant) as { fields?: object }
    await ask(path, {
      ...drawn,
      requestId: uuidOf(random),
      ...given,
      ...(drawn.fields && { fields: { ...drawn.fields, ...fields } }),
    })
  }
  for (let left = STUDENTS; left > 0; left--) await oneStudent(write, room().me.id, random)
  for (let round = 0; round < ROUNDS; round++)
    for (const { path, meta, input } of procedures()) {
      if (meta.kind === 'lifecycle' || (meta.kind === 'read' && !meta.large)) continue
      if (/accounts\.(close|setRoles|help|handOver)|cases\.close|instruments\.retire|withdraw/u.test(path)) continue
      made = new Map()
      call = path
      records.look(random)
      await ask(path, valueOf(input, random, known, plant))
    }
  const doors = doorsOf(house)
  const screening = await oneRound()
  house.life.lock('test')
  return { planted, doors, screening }

  /** A round in whose files every cell that is free text holds a payload. */
  async function oneRound(): Promise<Screening> {
    const numbers = Array.from({ length: SCREENED }, (_, at) => `2026${String(at).padStart(6, '0')}`)
    for (const studentNo of numbers)
      await write('students.add', { id: uuidOf(random) }, { kind: 'roster', studentNo, birthDate: '2010-03-01' })
    const [roundId, today] = [uuidOf(random), systemClock.today()]
    const given = { id: roundId, instrumentId: 'phq9', scope: { grades: [], classes: [] } }
    await write('screenings.create', {
      ...given,
      startsOn: today,
      endsOn: today,
      flagRule: { levels: [], severity: 3 },
    })
    await house.ask('screenings.get', { roundId })
    // Somebody who clicks has to know the words.
    await house.ask('settings.savePreferences', { preferences: { language: 'zh' } })
    const files = Array.from({ length: FILES }, () => {
      made = new Map()
      call = 'file of a platform'
      const name = `${plant('file name').at(-1)}.csv`
      const text = platformFile(plant, numbers)
      for (const [mark, what] of made) if (`${name}${text}`.includes(mark)) planted.set(mark, what)
      return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
    })
    return { roundId, files }
  }
}

/** A student whose whole way can be seen, with a payload wherever something is written. */
async function oneStudent(
  write: (path: string, given: object, fields?: object) => Promise<void>,
  receiverId: string,
  random: Random,
): Promise<void> {
  const [studentId, visitId, crisisId] = [uuidOf(random), uuidOf(random), uuidOf(random)]
  const arrivedAt = systemClock.localNow()
  const of = { studentId, visitId, crisisId }
  await write('students.add', { id: studentId }, { kind: 'roster', birthDate: '2010-03-01' })
  await write('consents.record', of)
  const paper = { id: uuidOf(random), about: 'student', aboutId: studentId, content: drawnPaper([9, 9, 9]) }
  await write('attachments.add', { ...of, ...paper })
  await write('risks.set', { ...of, rank: 1 })
  await write('visits.register', { ...of, id: visitId }, { receiverId, bookedFor: null, arrivedAt, endedAt: null })
  await write('notes.save', { ...of, version: 0 })
  await write('crises.open', { ...of, id: crisisId })
  for (let left = 3; left > 0; left--) await write('crises.stamp', { ...of, id: uuidOf(random), at: arrivedAt })
  await write('crises.save', of, { rank: 1 })
  await write('referrals.refer', { ...of, crisisId: null }, { referredAt: arrivedAt, guardianInformedAt: null })
}

/** Every record that a page can show; those with most marks in their own and their student's rows come last. */
function doorsOf({ life }: ReturnType<typeof openHouse>): Doors[] {
  const { db } = life.room()!.connection.vault
  const names = db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`).pluck().all()
  const marks = new Map<string, number>()
  const count = (id: unknown, more: number) =>
    void (typeof id === 'string' && marks.set(id, (marks.get(id) ?? 0) + more))
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
  for (const row of (names as string[]).filter((name) => name !== 'requests').flatMap(rowsOf)) {
    const own = JSON.stringify(row).match(MARK)?.length ?? 0
    count(row['id'], own * 10)
    count(row['student_id'], own)
  }
  return ['students', 'visits', 'crises', 'referrals', 'assessments', 'cases', 'screening_rounds', 'attachments']
    .flatMap((table) => rowsOf(table).map((row) => ({ table, id: String(row['id']), student: row['student_id'] })))
    .map((door) => ({ ...door, weight: (marks.get(door.id) ?? 0) + (marks.get(String(door.student)) ?? 0) }))
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ table, id }) => ({ table, id }))
}
