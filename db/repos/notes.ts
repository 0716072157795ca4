import { and, asc, desc, eq, gt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { NOTE_PARTS } from '#contract/note-parts'
import type { Note, NoteBody, NoteHit, NoteVersion } from '#contract/notes'
import type { GoalMark } from '#contract/plans'
import type { z } from 'zod'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { addendaTable as a, noteMovesTable as m, notesTable as n, noteVersionsTable as nv } from '#db/schema/notes'
import { usersTable } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { excerptAround, indexTokens, matchQuery } from './note-words.ts'
import { type Viewer, visitIsOpenTo } from './ownership.ts'

const writer = alias(usersTable, 'writer')
const signer = alias(usersTable, 'signer')

export function findNoteByVisit(db: ReadableDb, visitId: string): Note | undefined {
  return findNoteWhere(db, eq(n.visitId, visitId))
}
export function findNote(db: ReadableDb, id: string): Note | undefined {
  return findNoteWhere(db, eq(n.id, id))
}

function findNoteWhere(db: ReadableDb, where: ReturnType<typeof eq>): Note | undefined {
  const row = db
    .select({
      id: n.id,
      visitId: n.visitId,
      studentId: n.studentId,
      state: n.state,
      version: n.version,
      body: n.body,
      savedAt: n.savedAt,
      writtenBy: writer.name,
      signedAt: n.signedAt,
      signedBy: signer.name,
    })
    .from(n)
    .innerJoin(writer, eq(writer.id, n.writtenBy))
    .leftJoin(signer, eq(signer.id, n.signedBy))
    .where(where)
    .get()
  return row && { ...row, body: toBody(row.body), addenda: findAddenda(db, row.id) }
}

/** Newest first, bodies included; for the timeline. */
export function findNotesByStudent(db: ReadableDb, studentId: string, limit: number) {
  return db
    .select({
      id: n.id,
      visitId: n.visitId,
      state: n.state,
      body: n.body,
      savedAt: n.savedAt,
      signedAt: n.signedAt,
      writtenBy: writer.name,
    })
    .from(n)
    .innerJoin(writer, eq(writer.id, n.writtenBy))
    .where(eq(n.studentId, studentId))
    .orderBy(desc(n.seq))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, body: toBody(row.body) }))
}

export function findAddendaByStudent(db: ReadableDb, studentId: string) {
  return db
    .select({
      id: a.id,
      noteId: a.noteId,
      visitId: n.visitId,
      text: a.text,
      writtenAt: a.writtenAt,
      writtenBy: writer.name,
    })
    .from(a)
    .innerJoin(n, eq(n.id, a.noteId))
    .innerJoin(writer, eq(writer.id, a.writtenBy))
    .where(eq(n.studentId, studentId))
    .orderBy(desc(a.writtenAt))
    .all()
}

/** Oldest first. */
export function findNoteVersions(db: ReadableDb, noteId: string): z.infer<typeof NoteVersion>[] {
  return db
    .select({ version: nv.version, savedAt: nv.savedAt, savedBy: writer.name, body: nv.body })
    .from(nv)
    .innerJoin(writer, eq(writer.id, nv.savedBy))
    .where(eq(nv.noteId, noteId))
    .orderBy(asc(nv.version))
    .all()
    .map((row) => ({ ...row, body: toBody(row.body) }))
}

export const lastVersionSavedAt = (db: ReadableDb, noteId: string): string | undefined =>
  db.select({ savedAt: nv.savedAt }).from(nv).where(eq(nv.noteId, noteId)).orderBy(desc(nv.version)).limit(1).get()
    ?.savedAt

export function insertNote(
  db: WritableDb,
  row: { id: string; visitId: string; studentId: string; body: NoteBody; savedAt: string; writtenBy: string },
): void {
  const { lastInsertRowid } = db
    .insert(n)
    .values({ ...row, body: JSON.stringify(row.body), state: 'draft', version: 1 })
    .run()
  putWords(db, Number(lastInsertRowid), row.body)
}

export function updateNoteBody(
  db: WritableDb,
  id: string,
  change: { body: NoteBody; version: number; savedAt: string; writtenBy: string },
): void {
  const { seq } = db
    .update(n)
    .set({ ...change, body: JSON.stringify(change.body) })
    .where(eq(n.id, id))
    .returning({ seq: n.seq })
    .get()
  putWords(db, seq, change.body)
}

export function signNote(db: WritableDb, id: string, signed: { signedAt: string; signedBy: string }): void {
  db.update(n)
    .set({ ...signed, state: 'signed' })
    .where(eq(n.id, id))
    .run()
}

type MarkTakenBack = Pick<GoalMark, 'rootId' | 'score' | 'words'>
/** To another visit; the trace comes first, without it the table refuses. */
export function moveNote(
  db: WritableDb,
  trace: Omit<typeof m.$inferInsert, 'marks'> & { marks: readonly MarkTakenBack[] },
): void {
  db.insert(m)
    .values({ ...trace, marks: JSON.stringify(trace.marks) })
    .run()
  db.update(n).set({ visitId: trace.toVisitId, studentId: trace.toStudentId }).where(eq(n.id, trace.noteId)).run()
}

/** Notes that left a student's file or came into it. */
export const findNoteMoves = (db: ReadableDb, studentId: string) =>
  db
    .select({
      id: m.id,
      fromStudentId: m.fromStudentId,
      toStudentId: m.toStudentId,
      fromVisitId: m.fromVisitId,
      toVisitId: m.toVisitId,
      reason: m.reason,
      at: m.at,
      byId: m.by,
      by: writer.name,
      marks: m.marks,
    })
    .from(m)
    .innerJoin(writer, eq(writer.id, m.by))
    .where(or(eq(m.fromStudentId, studentId), eq(m.toStudentId, studentId)))
    .all()
    .map(({ marks, ...row }) => ({ ...row, marks: JSON.parse(marks) as MarkTakenBack[] }))

/** Where the note of a visit went after that instant, if it did. */
export const findMoveFrom = (db: ReadableDb, from: { studentId: string; visitId: string }, after: string) =>
  db
    .select({ visitId: m.toVisitId, studentId: m.toStudentId })
    .from(m)
    .where(and(eq(m.fromStudentId, from.studentId), eq(m.fromVisitId, from.visitId), gt(m.at, after)))
    .orderBy(desc(m.at))
    .limit(1)
    .get()

/** Keeps the text as it stands among the versions, with when and by whom it was saved. */
export function keepNoteVersion(db: WritableDb, noteId: string): void {
  const { id, version, body, savedAt, writtenBy } = n
  db.insert(nv)
    .select(db.select({ noteId: id, version, body, savedAt, savedBy: writtenBy }).from(n).where(eq(id, noteId)))
    .onConflictDoNothing()
    .run()
}

export function insertAddendum(db: WritableDb, row: typeof a.$inferInsert): void {
  db.insert(a).values(row).run()
}

/** Notes that hold every word of the text and may be read, newest first; the index finds candidates, the text itself decides. */
export function searchNotes(db: ReadableDb, text: string, limit: number, viewer: Viewer): NoteHit[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)
  const match = matchQuery(words)
  if (match === null) return []
  const hits: NoteHit[] = []
  // The newest candidates nearly always hold the words: the first slice is no longer than the answer.
  for (let offset = 0, slice = limit; hits.length < limit; offset += slice, slice = 200) {
    const candidates = db.all<{ seq: number }>(
      sql`SELECT rowid AS seq FROM note_words WHERE note_words MATCH ${match} ORDER BY rowid DESC LIMIT ${slice} OFFSET ${offset}`,
    )
    for (const { seq: _seq, body, ...hit } of findHits(db, candidates, viewer)) {
      const text = Object.values(toBody(body)).join('\n')
      const folded = text.normalize('NFKC').toLowerCase()
      if (!words.every((word) => folded.includes(word))) continue
      hits.push({ ...hit, excerpt: excerptAround(text, words[0] ?? '') })
      if (hits.length === limit) break
    }
    if (candidates.length < slice) break
  }
  return hits
}

/** Newest first. */
function findHits(db: ReadableDb, candidates: readonly { seq: number }[], viewer: Viewer) {
  const seqs = candidates.map(({ seq }) => seq)
  return db
    .select({
      seq: n.seq,
      noteId: n.id,
      visitId: n.visitId,
      studentId: n.studentId,
      studentName: s.name,
      className: s.className,
      on: v.onDay,
      body: n.body,
    })
    .from(n)
    .innerJoin(v, eq(v.id, n.visitId))
    .innerJoin(c, eq(c.id, v.caseId))
    .innerJoin(s, eq(s.id, n.studentId))
    .where(sql`${n.seq} IN (SELECT value FROM json_each(${JSON.stringify(seqs)})) AND ${visitIsOpenTo(viewer)}`)
    .orderBy(desc(n.seq))
    .all()
}

function putWords(db: WritableDb, seq: number, body: NoteBody): void {
  db.run(sql`DELETE FROM note_words WHERE rowid = ${seq}`)
  db.run(sql`INSERT INTO note_words (rowid, words) VALUES (${seq}, ${indexTokens(Object.values(body).join('\n'))})`)
}

/** Makes the index of words anew from the notes that are there. */
export function indexAllNotes(db: WritableDb): void {
  db.run(sql`INSERT INTO note_words (note_words) VALUES ('delete-all')`)
  for (const { seq, body } of db.select({ seq: n.seq, body: n.body }).from(n).all())
    putWords(db, seq, JSON.parse(body) as NoteBody)
}

const findAddenda = (db: ReadableDb, noteId: string): Note['addenda'] =>
  db
    .select({ id: a.id, text: a.text, writtenAt: a.writtenAt, writtenBy: writer.name })
    .from(a)
    .innerJoin(writer, eq(writer.id, a.writtenBy))
    .where(eq(a.noteId, noteId))
    .orderBy(asc(a.writtenAt))
    .all()

/** Parts in their order; a part that an older note lacks is empty. */
function toBody(json: string): NoteBody {
  const stored = JSON.parse(json) as Partial<NoteBody>
  return Object.fromEntries(NOTE_PARTS.map((part) => [part, stored[part] ?? ''])) as NoteBody
}
