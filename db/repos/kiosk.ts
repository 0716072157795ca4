import { and, isNotNull, notInArray } from 'drizzle-orm'
import type { WritableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'

/** No sheet is out at the kiosk any more, but for those whose answers still wait outside. */
export function clearKioskTokens(db: WritableDb, waiting: readonly string[]): void {
  db.update(a)
    .set({ kioskToken: null })
    .where(and(isNotNull(a.kioskToken), notInArray(a.id, [...waiting])))
    .run()
}
