import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtIn } from '#core/instruments/built-in'
import type { OpenRoom } from '#electron/host/room'
import { ROOT } from '#tests/source-files'
import { type Known, uuidOf } from './contract-inputs.ts'
import type { Random } from './random.ts'

type Row = { table: string; id: string; student: string | null }
const sample = (name: string): string => readFileSync(join(ROOT, 'tests/samples', name)).toString('base64')

/** Knows the records of a room: the ids a call may name, mostly those of one student at a time, and files to read. */
export function recordsOf(room: () => OpenRoom, openFiles: ReadonlyMap<string, unknown>) {
  const ids = builtIn().map(({ id }) => id)
  const files = ['roster-gbk.csv', 'screening-phq9.csv', 'roster-junior-high.xlsx'].map(sample)
  const questionnaires = builtIn().map((file) => JSON.stringify({ ...file, id: `own-${file.id}` }))
  const learnt = new Map<string, unknown[]>()
  let rows: Row[] = []
  let withRecords: Row[] = []
  let named = new Map<string, Row[]>()
  let focus = ''

  /** Reads anew what there is, and turns to another student. */
  const look = (random: Random): void => {
    const { db } = room().connection.vault
    const tables = db
      .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
      .pluck()
      .all()
    rows = (tables as string[]).flatMap((table) => {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
      if (!columns.includes('id')) return []
      const student = columns.includes('student_id') ? 'student_id' : 'NULL'
      const found = db.prepare(`SELECT id, ${student} AS student FROM "${table}" LIMIT 400`).all() as Omit<
        Row,
        'table'
      >[]
      return found.map((row) => ({ ...row, table }))
    })
    withRecords = rows.filter(({ student, table }) => student !== null && table !== 'guardians')
    named = new Map()
    turn(random)
  }
  const turn = (random: Random): void => {
    focus = withRecords.length > 0 ? (random.pick(withRecords).student ?? '') : ''
  }
  /** Rows with an id of the tables that have this in their names, gathered once for each look. */
  const rowsIn = (part: string): Row[] => {
    const known = named.get(part) ?? rows.filter(({ table, id }) => table.includes(part) && typeof id === 'string')
    named.set(part, known)
    return known
  }
  const idIn = (part: string, random: Random): string | undefined => {
    const fitting = rowsIn(part)
    const own = fitting.filter(({ student }) => student === focus)
    const from = own.length > 0 && random.below(10) > 0 ? own : fitting
    return from.length > 0 ? random.pick(from).id : undefined
  }
  const known: Known = (field, random) => {
    if (learnt.has(field)) return structuredClone(random.pick(learnt.get(field)!))
    switch (field) {
      case '':
        return undefined
      case 'id':
      case 'requestId':
        return random.below(12) === 0 ? idIn('', random) : uuidOf(random)
      case 'studentId':
        return focus
      case 'userId':
      case 'accountId':
      case 'receiverId':
        return idIn('users', random)
      case 'fileId':
        return openFiles.size > 0 ? random.pick([...openFiles.keys()]) : undefined
      case 'instrumentId':
        return random.pick([...ids, 'own-phq9'])
      case 'subjectId':
        return random.pick([idIn('', random), focus, '2026-09-01|2026-11-21', `${focus}|${random.pick(ids)}`, ''])
      case 'content':
        return random.pick([...files, ...questionnaires])
      case 'version':
        return random.below(3)
      case 'offset':
        return random.below(3) * random.below(500)
      default:
        return field.endsWith('Id') ? idIn(field.slice(0, 4), random) : undefined
    }
  }
  return {
    known,
    look,
    turn,
    learn: (field: string, value: unknown) => void learnt.set(field, [...(learnt.get(field) ?? []), value].slice(-20)),
  }
}
