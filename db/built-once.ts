/**
 * A query that is built once for each database, and for each `kind` where there are several, and then only run: for what
 * every call asks, putting the SQL together costs more than running it. `build` ends with `.prepare()`; what changes is an
 * `sql.placeholder`.
 */
export function builtOnce<Db extends object, Query, Kind = void>(
  build: (db: Db, kind: Kind) => Query,
): (db: Db, kind: Kind) => Query {
  const built = new WeakMap<Db, Map<Kind, Query>>()
  return (db, kind) => {
    const ofDb = built.get(db) ?? new Map<Kind, Query>()
    built.set(db, ofDb)
    const query = ofDb.get(kind) ?? build(db, kind)
    ofDb.set(kind, query)
    return query
  }
}
