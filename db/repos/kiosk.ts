import { and, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { WritableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'

/** Only open sheets are out, so that an unlock reads no other: those of ten years are many. */
export const clearKioskTokensQuery = (db: WritableDb, waiting: readonly string[]) =>
  db
    .update(a)
    .set({ kioskToken: null })
    .where(and(isNull(a.roundId), eq(a.state, 'open'), isNotNull(a.kioskToken), notInArray(a.id, [...waiting])))

/** No sheet is out at the kiosk any more, but for those whose answers still wait outside. */
export function clearKioskTokens(db: WritableDb, waiting: readonly string[]): void {
  clearKioskTokensQuery(db, waiting).run()
}
