import { and, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'

/** Only open sheets are out, so that an unlock reads no other: those of ten years are many. */
const outBut = (waiting: readonly string[]) =>
  and(isNull(a.roundId), eq(a.state, 'open'), isNotNull(a.kioskToken), notInArray(a.id, [...waiting]))

export const isAnyOut = (db: ReadableDb, waiting: readonly string[]): boolean =>
  db.select({ id: a.id }).from(a).where(outBut(waiting)).limit(1).get() !== undefined

export const clearKioskTokensQuery = (db: WritableDb, waiting: readonly string[]) =>
  db.update(a).set({ kioskToken: null }).where(outBut(waiting))

/** No sheet is out at the kiosk any more, but for those whose answers still wait outside. */
export function clearKioskTokens(db: WritableDb, waiting: readonly string[]): void {
  clearKioskTokensQuery(db, waiting).run()
}
