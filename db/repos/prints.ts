import { eq } from 'drizzle-orm'
import type { TestState } from '#contract/code-tables'
import type { ReadableDb } from '#db/connection'
import { assessmentsTable } from '#db/schema/assessments'
import { editionsTable } from '#db/schema/instruments'
import { roundsTable } from '#db/schema/screenings'

/** Where a sheet stands; undefined when there is no such sheet. */
export const findTestState = (db: ReadableDb, assessmentId: string): TestState | undefined =>
  db.select({ state: assessmentsTable.state }).from(assessmentsTable).where(eq(assessmentsTable.id, assessmentId)).get()
    ?.state

export const hasEdition = (db: ReadableDb, instrumentId: string): boolean =>
  db
    .select({ id: editionsTable.id })
    .from(editionsTable)
    .where(eq(editionsTable.instrumentId, instrumentId))
    .limit(1)
    .get() !== undefined

export const hasRound = (db: ReadableDb, roundId: string): boolean =>
  db.select({ id: roundsTable.id }).from(roundsTable).where(eq(roundsTable.id, roundId)).get() !== undefined
