import { eq } from 'drizzle-orm'
import type { ReadableDb } from '#db/connection'
import { archivesTable as a } from '#db/schema/archives'

export const findArchiveOf = (db: ReadableDb, caseId: string) => db.select().from(a).where(eq(a.caseId, caseId)).get()
