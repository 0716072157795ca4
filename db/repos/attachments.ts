import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gte, isNull, lt } from 'drizzle-orm'
import type { Attachment, AttachmentFields } from '#contract/attachments'
import type { AttachmentAbout } from '#contract/code-tables'
import type { ReadableDb, WritableDb } from '#db/connection'
import { attachmentPartsTable as p, attachmentsTable as a } from '#db/schema/attachments'
import { usersTable as u } from '#db/schema/settings'

const PART_BYTES = 256 * 1024
/** So many parts leave at a time: 4 MB. */
const PARTS_AT_ONCE = 16

const columns = {
  id: a.id,
  studentId: a.studentId,
  about: a.about,
  aboutId: a.aboutId,
  name: a.name,
  kind: a.kind,
  type: a.type,
  bytes: a.bytes,
  turned: a.turned,
  note: a.note,
  enteredBy: u.name,
  enteredAt: a.enteredAt,
}
type Of = { about: AttachmentAbout; aboutId: string }

/** Newest first; what is in the bin is left out. */
export const findAttachments = (db: ReadableDb, studentId: string, of: Of | null): Attachment[] =>
  db
    .select(columns)
    .from(a)
    .innerJoin(u, eq(u.id, a.enteredBy))
    .where(
      and(
        eq(a.studentId, studentId),
        isNull(a.deletedAt),
        ...(of ? [eq(a.about, of.about), eq(a.aboutId, of.aboutId)] : []),
      ),
    )
    .orderBy(desc(a.enteredAt), desc(a.id))
    .all()

export const findAttachment = (db: ReadableDb, id: string): Attachment | undefined =>
  db
    .select(columns)
    .from(a)
    .innerJoin(u, eq(u.id, a.enteredBy))
    .where(and(eq(a.id, id), isNull(a.deletedAt)))
    .get()

/** The bytes of base64 text, by the decoder of the runtime: 20 MB are to be no wait. Null when it is not base64 throughout. */
export function bytesOf(base64: string): Uint8Array | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length === Buffer.byteLength(base64, 'base64') ? bytes : null
}

type NewAttachment = Omit<typeof a.$inferInsert, 'bytes' | 'sha256' | 'deletedAt' | 'deletedBecause'>
export function insertAttachment(db: WritableDb, row: NewAttachment, content: Uint8Array): void {
  db.insert(a)
    .values({ ...row, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
    .run()
  for (let ord = 0; ord * PART_BYTES < content.length; ord++) {
    const data = Buffer.from(content.subarray(ord * PART_BYTES, (ord + 1) * PART_BYTES))
    db.insert(p).values({ attachmentId: row.id, ord, data }).run()
  }
}

export function updateAttachment(
  db: WritableDb,
  id: string,
  change: AttachmentFields & Pick<Attachment, 'turned'>,
): void {
  db.update(a).set(change).where(eq(a.id, id)).run()
}
export function discardAttachment(db: WritableDb, id: string, at: string, reason: string): void {
  db.update(a).set({ deletedAt: at, deletedBecause: reason }).where(eq(a.id, id)).run()
}

/** The content from byte `from` on, as base64; `from` is where a part begins. */
export function findContent(db: ReadableDb, id: string, from: number): { data: string; next: number | null } {
  const first = Math.floor(from / PART_BYTES)
  const parts = db
    .select({ data: p.data })
    .from(p)
    .where(and(eq(p.attachmentId, id), gte(p.ord, first), lt(p.ord, first + PARTS_AT_ONCE + 1)))
    .orderBy(asc(p.ord))
    .all()
  const data = Buffer.concat(parts.slice(0, PARTS_AT_ONCE).map((part) => part.data)).toString('base64')
  return { data, next: parts.length > PARTS_AT_ONCE ? (first + PARTS_AT_ONCE) * PART_BYTES : null }
}

/** Whether the content is, to the last bit, what was put in. */
export function isContentWhole(db: ReadableDb, id: string): boolean {
  const hash = createHash('sha256')
  const ords = db.select({ ord: p.ord }).from(p).where(eq(p.attachmentId, id)).orderBy(asc(p.ord)).all()
  for (const { ord } of ords) {
    const part = db
      .select({ data: p.data })
      .from(p)
      .where(and(eq(p.attachmentId, id), eq(p.ord, ord)))
      .get()
    if (part) hash.update(part.data)
  }
  const kept = db.select({ sha256: a.sha256 }).from(a).where(eq(a.id, id)).get()
  return kept?.sha256 === hash.digest('hex')
}
