import type Database from 'better-sqlite3'

export type Row = Record<string, unknown>
const AT_ONCE = 200
/** No row has a higher number. */
const END = 2 ** 52

/** Every row of a table that can be read, whatever lies between them; `gaps` counts the places where some could not. */
export function* readableRows(db: Database.Database, table: string, gaps: { count: number }): Generator<Row> {
  const [info] = db.pragma(`table_list(${table})`) as { wr: 0 | 1 }[]
  yield* info?.wr === 1 ? byKey(db, table, gaps) : byNumber(db, table, gaps)
}

function* byNumber(db: Database.Database, table: string, gaps: { count: number }): Generator<Row> {
  const statement = db.prepare<[number, number], Row>(
    `SELECT rowid AS "row number", * FROM ${table} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  )
  const read = (after: number, limit: number): Row[] | null => {
    try {
      return statement.all(after, limit)
    } catch {
      return null
    }
  }
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = read(after, AT_ONCE) ?? read(after, 1)
    if (rows === null) {
      gaps.count++
      after = nextReadable(after, (from) => read(from, 1) !== null)
      if (after >= END) return
      continue
    }
    if (rows.length === 0) return
    for (const { 'row number': number, ...row } of rows) {
      after = Number(number)
      yield row
    }
  }
}

/** The lowest number behind which the next row can be read: what cannot is a run of rows, a page of them or one. */
function nextReadable(after: number, isReadable: (after: number) => boolean): number {
  let bad = Math.max(after, 0)
  let gap = 1
  while (!isReadable(bad + gap)) {
    if (bad + gap >= END) return END
    bad += gap
    gap *= 2
  }
  let good = bad + gap
  while (good - bad > 1) {
    const middle = bad + Math.floor((good - bad) / 2)
    if (isReadable(middle)) good = middle
    else bad = middle
  }
  return good
}

/** A table that is kept in the order of its key: from the front up to the damage, then from the back. */
function* byKey(db: Database.Database, table: string, gaps: { count: number }): Generator<Row> {
  const columns = db.pragma(`table_info(${table})`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const seen = new Set<string>()
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map(({ name }) => `"${name}" ${direction}`).join(', ')
    const rows = db.prepare<[], Row>(`SELECT * FROM ${table} NOT INDEXED ORDER BY ${order}`).iterate()
    for (;;) {
      const next = nextOf(rows)
      if (next === 'damaged') break
      if (next === null) return
      const id = JSON.stringify(key.map(({ name }) => next[name]))
      if (seen.has(id)) continue
      seen.add(id)
      yield next
    }
    if (direction === 'ASC') gaps.count++
  }
}

function nextOf(rows: IterableIterator<Row>): Row | null | 'damaged' {
  try {
    const { done, value } = rows.next() as IteratorResult<Row, undefined>
    return done ? null : value
  } catch {
    return 'damaged'
  }
}

/** How many rows there were, by the table or by any index that holds them all; null when none of them can be read. */
export function countOf(db: Database.Database, table: string): number | null {
  const indices = (db.pragma(`index_list(${table})`) as { name: string; partial: 0 | 1 }[])
    .filter(({ partial }) => partial === 0)
    .map(({ name }) => `INDEXED BY "${name}"`)
  const counts = ['NOT INDEXED', ...indices].flatMap((way) => {
    try {
      return [Number(db.prepare(`SELECT count(*) FROM ${table} ${way}`).pluck().get())]
    } catch {
      return []
    }
  })
  return counts.length === 0 ? null : Math.max(...counts)
}
