import { z } from 'zod'
import { NOTE_STATES } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, LocalTime, Prose } from '#contract/times'

export const NoteBody = z.object({
  state: Prose,
  problem: Prose,
  assessment: Prose,
  analysis: Prose,
  measures: Prose,
  effect: Prose,
  quotes: Prose,
  homework: Prose,
  next: Prose,
})
export type NoteBody = z.infer<typeof NoteBody>

export const Addendum = z.object({ id: z.uuid(), text: Prose.min(1), writtenAt: Instant, writtenBy: Line })

export const Note = z.object({
  id: z.uuid(),
  visitId: z.uuid(),
  studentId: z.uuid(),
  state: z.enum(NOTE_STATES),
  /** Rises by one with every saved change; `save` names the one it was typed upon. */
  version: z.int().min(0),
  body: NoteBody,
  savedAt: Instant,
  writtenBy: Line,
  signedAt: Instant.nullable(),
  signedBy: Line.nullable(),
  addenda: z.array(Addendum),
})
export type Note = z.infer<typeof Note>

export const NoteVersion = z.object({ version: z.int(), savedAt: Instant, savedBy: Line, body: NoteBody })
export const NoteHit = z.object({
  noteId: z.uuid(),
  visitId: z.uuid(),
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  on: CalendarDate,
  excerpt: z.string(),
})
export type NoteHit = z.infer<typeof NoteHit>

/** Where a note may go that was written under the wrong visit: one that has none. */
export const OpenVisit = z.object({ visitId: z.uuid(), no: Line, arrivedAt: LocalTime, ordinal: z.int() })
export type OpenVisit = z.infer<typeof OpenVisit>
/** How often a note names the student it is about, and other students of the school. */
export const NamesInNote = z.object({ own: z.int(), others: z.array(z.object({ name: Line, times: z.int() })) })
export type NamesInNote = z.infer<typeof NamesInNote>

/** What stays with the old visit, unless it is said otherwise, when its note goes to another student. */
export const BesideNote = z.object({
  marks: z.array(z.object({ rootId: z.uuid(), goal: Prose, score: z.int(), words: Prose })),
  /** One's own private notes of that visit; others' nobody else moves. */
  privates: z.int(),
})
export type BesideNote = z.infer<typeof BesideNote>

export const notes = {
  /** The note of a visit; null while nothing was typed. */
  get: read(
    { roles: ['counselor', 'director'], others: 'reason', audited: 'note.read', subjects: ['visit'] },
    z.object({ visitId: z.uuid() }),
    Note.nullable(),
  ),
  /** The newest earlier note of the same student, to read or to insert. */
  previous: read(
    { roles: 'counselor', others: 'reason', audited: 'note.read', subjects: ['visit'] },
    z.object({ visitId: z.uuid() }),
    Note.nullable(),
  ),
  versions: read(
    { roles: 'counselor', others: 'reason', audited: 'note.versions-read', subjects: ['note'] },
    z.object({ noteId: z.uuid() }),
    z.array(NoteVersion),
  ),
  /** Other students who are named more often than the one the note is about, most often first. */
  namesOthers: read(
    { roles: 'counselor', others: 'never', subjects: ['visit'] },
    z.object({ visitId: z.uuid() }),
    NamesInNote,
  ),
  /** Visits of a student that have taken place and have no note, newest first. */
  openVisits: read(
    { roles: 'counselor', others: 'never', subjects: ['student'] },
    z.object({ studentId: z.uuid() }),
    z.array(OpenVisit),
  ),
  beside: read({ roles: 'counselor', others: 'never', subjects: ['note'] }, z.object({ noteId: z.uuid() }), BesideNote),
  /** Notes that hold every word, newest first, without those of somebody else's cases. Two characters are enough. */
  search: read(
    { roles: 'counselor', audited: 'note.searched' },
    z.object({ text: z.string().trim().min(1).max(60), limit: z.int().min(1).max(50) }),
    z.array(NoteHit),
  ),
  /** Saves what was typed. `conflict` when the note has moved on since `version`; nothing is overwritten. */
  save: write(
    { roles: 'counselor', others: 'never', subjects: ['visit'], repeatable: true },
    { visitId: z.uuid(), studentId: z.uuid(), version: z.int().min(0), body: NoteBody },
    Note,
  ),
  /** From here on the note never changes. */
  sign: write(
    { roles: 'counselor', others: 'never', subjects: ['visit'] },
    { visitId: z.uuid(), studentId: z.uuid(), version: z.int().min(1) },
    Note,
  ),
  append: write(
    { roles: 'counselor', others: 'never', subjects: ['note'] },
    { id: z.uuid(), noteId: z.uuid(), studentId: z.uuid(), text: Prose.min(1) },
    Note,
  ),
  /**
   * A note that was written in the wrong child's file goes to a visit of the right one, signed or not; both files show that it
   * did; the reason is kept for whoever moved it, as it may name the other child. Goal marks belong to the old student's plan: they are
   * taken back, with a trace, or stay. One's own private notes of the visit go along, or stay.
   * `conflict`: `has-note` when something is written there already, `not-arrived` when nobody came.
   */
  move: write(
    { roles: 'counselor', others: 'never', subjects: ['note'] },
    {
      noteId: z.uuid(),
      studentId: z.uuid(),
      toVisitId: z.uuid(),
      toStudentId: z.uuid(),
      reason: Line.min(2),
      takesMarksBack: z.boolean().default(true),
      takesPrivatesAlong: z.boolean().default(true),
    },
    Done,
  ),
}
