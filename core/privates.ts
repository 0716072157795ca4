import { AppError } from '#contract/errors'
import type { PrivateNote, privates } from '#contract/privates'
import type { Handlers, OwnSeal, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { findMoveFrom } from '#db/repos/notes'
import {
  findPrivate,
  findPrivates,
  insertPrivate,
  movePrivate,
  type StoredPrivate,
  updatePrivate,
} from '#db/repos/privates'
import { findStudentIdOf } from '#db/repos/subjects'

/** As for notes: one row in the log for a stretch of typing, not one for every second. */
const RECORD_EVERY_MS = 120_000

/**
 * The text leaves this file closed to its author's key and is never stored, counted, indexed or logged in any other form; the
 * gate keeps no answer of `save`.
 */
export const privatesHandlers: Handlers<typeof privates> = {
  list: (ctx, { studentId }) => findPrivates(ctx.db, ctx.me.id, studentId).map((stored) => opened(ctx, stored)),
  save(ctx, { id, studentId, visitId, version, text }) {
    const { own } = ctx
    if (!own) throw new AppError('conflict', { reason: 'no-own-keys' })
    if (visitId !== null && found(findStudentIdOf(ctx.db, 'visit', visitId), 'visitId') !== studentId)
      throw new AppError('conflict', { field: 'visitId', reason: 'wrong-student' })
    const stored = findPrivate(ctx.db, id)
    if (!stored) return begun(ctx, own, { id, studentId, visitId, version, text })
    if (stored.authorId !== ctx.me.id) throw new AppError('not-found', { field: 'id' })
    if (stored.studentId !== studentId) throw new AppError('conflict', { field: 'id', reason: 'wrong-student' })
    const before = opened(ctx, stored)
    if (before.text === null) throw new AppError('conflict', { reason: 'other-keys' })
    if (before.text === text.trimEnd()) return { ...before, text }
    if (stored.version !== version) throw new AppError('conflict', { reason: 'moved-on' })
    const savedAt = ctx.now()
    updatePrivate(ctx.db, id, { ...closed(own, text, id), version: version + 1, savedAt })
    if (Date.parse(savedAt) - Date.parse(stored.savedAt) >= RECORD_EVERY_MS)
      ctx.audit('private.saved', { subjectId: id, studentId })
    return { ...before, version: version + 1, savedAt, text }
  },
  follow(ctx, { id, studentId }) {
    const stored = findPrivate(ctx.db, id)
    if (stored?.authorId !== ctx.me.id || stored.studentId !== studentId)
      throw new AppError('not-found', { field: 'id' })
    const to = moveSince(ctx, stored)
    if (!to) throw new AppError('conflict', { reason: 'not-moved' })
    takeAlong(ctx, stored, to)
    return { ok: true }
  },
}

/** It stays closed as it is: it is bound to its author and itself, not to whose visit it is about. */
export function takeAlong(
  ctx: WriteContext,
  { id, studentId }: { id: string; studentId: string },
  to: { visitId: string; studentId: string },
): void {
  movePrivate(ctx.db, id, to)
  for (const one of new Set([studentId, to.studentId])) ctx.audit('private.moved', { subjectId: id, studentId: one })
}

type Typed = Pick<PrivateNote, 'id' | 'studentId' | 'visitId' | 'version'> & { text: string }

function begun(ctx: WriteContext, own: OwnSeal, { id, studentId, visitId, version, text }: Typed): PrivateNote {
  if (version !== 0) throw new AppError('conflict', { reason: 'moved-on' })
  if (text.trim() === '') throw new AppError('invalid', { field: 'text', reason: 'empty' })
  const at = ctx.now()
  const note = { id, studentId, visitId, version: 1, createdAt: at, savedAt: at }
  insertPrivate(ctx.db, { ...note, ...closed(own, text, id), authorId: ctx.me.id })
  ctx.audit('private.saved', { subjectId: id, studentId })
  return { ...note, text, isLeftBehind: false }
}

const moveSince = (ctx: ReadContext | WriteContext, { studentId, visitId, createdAt }: StoredPrivate) =>
  visitId === null ? undefined : findMoveFrom(ctx.db, { studentId, visitId }, createdAt)

const closed = (own: OwnSeal, text: string, id: string) => ({
  publicKey: own.publicKey,
  sealed: own.seal(text, id) as StoredPrivate['sealed'],
})

function opened(ctx: ReadContext | WriteContext, stored: StoredPrivate): PrivateNote {
  const { authorId: _author, publicKey: _key, sealed, ...note } = stored
  const text = ctx.own?.unseal(sealed, note.id) ?? null
  return { ...note, text, isLeftBehind: moveSince(ctx, stored) !== undefined }
}
