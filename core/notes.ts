import { AppError } from '#contract/errors'
import { NOTE_PARTS } from '#contract/note-parts'
import type { NamesInNote, Note, NoteBody, notes } from '#contract/notes'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { checkSubjects } from '#core/gatekeeping'
import { refuseOthers, viewerIn } from '#core/ownership'
import { takeAlong } from '#core/privates'
import {
  findNote,
  findNoteByVisit,
  findNoteVersions,
  insertAddendum,
  insertNote,
  keepNoteVersion,
  lastVersionSavedAt,
  moveNote,
  searchNotes,
  signNote,
  updateNoteBody,
} from '#db/repos/notes'
import { findMarksAt, takeMarksBack } from '#db/repos/plans'
import { findPrivatesAt } from '#db/repos/privates'
import { findNamesIn } from '#db/repos/students'
import { findPreviousNotedVisit, findVisit, findVisitsWithoutNote } from '#db/repos/visits'

/**
 * Autosave writes every second; a version is kept, and an audit row written, at the start, after two minutes of typing and at
 * the signature. One row for each second would bury what the log is for.
 */
const VERSION_EVERY_MS = 120_000

/*
 *   (nothing) ──save──▶ draft ──save──▶ draft ──sign──▶ signed ──append──▶ signed, with one addendum more
 */
export const notesHandlers: Handlers<typeof notes> = {
  get: (ctx, { visitId }) => findNoteByVisit(ctx.db, visitId) ?? null,
  previous(ctx, { visitId }) {
    const before = findPreviousNotedVisit(ctx.db, found(findVisit(ctx.db, visitId), 'visitId'))
    return before === undefined ? null : (findNoteByVisit(ctx.db, before) ?? null)
  },
  namesOthers(ctx, { visitId }) {
    const note = findNoteByVisit(ctx.db, visitId)
    return note ? namesIn(ctx, wholeText(note.body), note.studentId) : { own: 0, others: [] }
  },
  openVisits: (ctx, { studentId }) => findVisitsWithoutNote(ctx.db, studentId),
  versions: (ctx, { noteId }) => findNoteVersions(ctx.db, noteId),
  search: (ctx, { text, limit }) => searchNotes(ctx.db, text, limit, viewerIn(ctx)),
  save(ctx, { visitId, studentId, version, body }) {
    const visit = found(findVisit(ctx.db, visitId), 'visitId')
    if (visit.arrivedAt === null) throw new AppError('conflict', { reason: 'not-arrived' })
    const note = findNoteByVisit(ctx.db, visitId)
    if (!note) return started(ctx, visitId, studentId, version, body)
    if (note.state === 'signed') throw new AppError('conflict', { reason: 'signed' })
    if (sameBody(note.body, body)) return note
    if (note.version !== version) throw new AppError('conflict', { reason: 'moved-on' })
    const isNewStretch = keepFormer(ctx, note)
    updateNoteBody(ctx.db, note.id, { body, version: version + 1, savedAt: ctx.now(), writtenBy: ctx.me.id })
    if (isNewStretch) ctx.audit('note.saved', { subjectId: note.id, studentId })
    return found(findNote(ctx.db, note.id), 'visitId')
  },
  sign(ctx, { visitId, studentId, version }) {
    const note = found(findNoteByVisit(ctx.db, visitId), 'visitId')
    if (note.state === 'signed') throw new AppError('conflict', { reason: 'signed' })
    if (note.version !== version) throw new AppError('conflict', { reason: 'moved-on' })
    if (isEmpty(note.body)) throw new AppError('invalid', { field: 'body', reason: 'empty' })
    keepNoteVersion(ctx.db, note.id)
    signNote(ctx.db, note.id, { signedAt: ctx.now(), signedBy: ctx.me.id })
    ctx.audit('note.signed', { subjectId: note.id, studentId })
    return found(findNote(ctx.db, note.id), 'visitId')
  },
  append(ctx, { id, noteId, studentId, text }) {
    const note = found(findNote(ctx.db, noteId), 'noteId')
    if (note.state !== 'signed') throw new AppError('conflict', { reason: 'not-signed' })
    insertAddendum(ctx.db, { id, noteId, text, writtenAt: ctx.now(), writtenBy: ctx.me.id })
    ctx.audit('note.appended', { subjectId: noteId, studentId })
    return found(findNote(ctx.db, noteId), 'noteId')
  },
  beside(ctx, { noteId }) {
    const { visitId } = found(findNote(ctx.db, noteId), 'noteId')
    return { marks: findMarksAt(ctx.db, visitId), privates: findPrivatesAt(ctx.db, ctx.me.id, visitId).length }
  },
  move(ctx, { noteId, studentId, toVisitId, toStudentId, reason, takesMarksBack, takesPrivatesAlong }) {
    const note = found(findNote(ctx.db, noteId), 'noteId')
    checkSubjects(ctx.db, ['visit'], { visitId: toVisitId, studentId: toStudentId })
    refuseOthers(ctx, 'never', 'visit', toVisitId)
    if (findNoteByVisit(ctx.db, toVisitId)) throw new AppError('conflict', { field: 'toVisitId', reason: 'has-note' })
    if (found(findVisit(ctx.db, toVisitId), 'toVisitId').arrivedAt === null)
      throw new AppError('conflict', { field: 'toVisitId', reason: 'not-arrived' })
    const marks = takesMarksBack && toStudentId !== studentId ? findMarksAt(ctx.db, note.visitId) : []
    moveNote(ctx.db, {
      id: ctx.newId(),
      marks: marks.map(({ rootId, score, words }) => ({ rootId, score, words })),
      noteId,
      fromVisitId: note.visitId,
      fromStudentId: studentId,
      toVisitId,
      toStudentId,
      reason,
      by: ctx.me.id,
      at: ctx.now(),
    })
    for (const one of new Set([studentId, toStudentId])) ctx.audit('note.moved', { subjectId: noteId, studentId: one })
    if (marks.length > 0) takeMarksBack(ctx.db, note.visitId, { at: ctx.now(), by: ctx.me.id })
    for (const { rootId } of marks) ctx.audit('goal.mark-taken-back', { subjectId: rootId, studentId })
    if (takesPrivatesAlong)
      for (const { id } of findPrivatesAt(ctx.db, ctx.me.id, note.visitId))
        takeAlong(ctx, { id, studentId }, { visitId: toVisitId, studentId: toStudentId })
    return { ok: true }
  },
}

/** Whom a text names, besides the one it is about: those who are named at least twice and more often. */
function namesIn(ctx: ReadContext, text: string, studentId: string): NamesInNote {
  const names = findNamesIn(ctx.db, text)
  const own = names.find((one) => one.studentId === studentId)
  const ownTimes = own ? timesIn(text, own.name) : 0
  const others = names
    .filter(({ name }) => name !== own?.name && !own?.name.includes(name))
    .map(({ name }) => ({ name, times: timesIn(text, name) }))
    .filter(({ times }) => times >= NAMED_OFTEN && times > ownTimes)
  const once = others.filter(({ name }, i) => others.findIndex((other) => other.name === name) === i)
  return { own: ownTimes, others: once.toSorted((a, b) => b.times - a.times).slice(0, 5) }
}
const NAMED_OFTEN = 2
const timesIn = (text: string, name: string): number => text.split(name).length - 1
const wholeText = (body: NoteBody): string => NOTE_PARTS.map((part) => body[part]).join('\n')

function started(ctx: WriteContext, visitId: string, studentId: string, version: number, body: NoteBody): Note {
  if (version !== 0) throw new AppError('conflict', { reason: 'moved-on' })
  const id = ctx.newId()
  insertNote(ctx.db, { id, visitId, studentId, body, savedAt: ctx.now(), writtenBy: ctx.me.id })
  ctx.audit('note.started', { subjectId: id, studentId })
  return found(findNote(ctx.db, id), 'visitId')
}

/** Keeps what stood there before, when the last kept version is old enough. True when it did. */
function keepFormer(ctx: WriteContext, note: Note): boolean {
  const last = lastVersionSavedAt(ctx.db, note.id)
  if (last !== undefined && Date.parse(ctx.now()) - Date.parse(last) < VERSION_EVERY_MS) return false
  keepNoteVersion(ctx.db, note.id)
  return true
}

const sameBody = (a: NoteBody, b: NoteBody): boolean => NOTE_PARTS.every((part) => a[part] === b[part])
const isEmpty = (body: NoteBody): boolean => NOTE_PARTS.every((part) => body[part].trim() === '')
