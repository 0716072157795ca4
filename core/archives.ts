import { addMonths } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Archive, ArchiveRules, archives, PaperLine } from '#contract/archives'
import type { Case } from '#contract/cases'
import { ARCHIVE_VIEWS, PAPER_ITEMS } from '#contract/case-tables'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { refuseOthers } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import {
  countArchiveLines,
  findArchiveLines,
  findArchiveOf,
  findPapers,
  insertArchive,
  putPaper,
  updateArchive,
} from '#db/repos/archives'
import { findCase } from '#db/repos/cases'
import { nextNumber } from '#db/repos/settings'
import { findStudent } from '#db/repos/students'
import { destroyCase, logsToLookAt } from './cases/destroy.ts'

/*
 *   closed ──file──▶ archived ──destroy──▶ destroyed (the register stays)
 */
export const archivesHandlers: Handlers<typeof archives> = {
  get: (ctx, { caseId }) => ({ archive: findArchiveOf(ctx.db, caseId) ?? null, papers: papersOf(ctx, caseId) }),
  list: (ctx, { view, offset, limit }) => {
    const today = ctx.today()
    const counts = ARCHIVE_VIEWS.map((one) => [one, countArchiveLines(ctx.db, one, today)] as const)
    return {
      total: countArchiveLines(ctx.db, view, today),
      rows: findArchiveLines(ctx.db, view, { today, offset, limit }),
      counts: Object.fromEntries(counts) as Record<(typeof ARCHIVE_VIEWS)[number], number>,
    }
  },
  logsToLookAt: (ctx, { caseId }) => logsToLookAt(ctx, found(findCase(ctx.db, caseId), 'caseId')),
  notePaper(ctx, { caseId, studentId, line }) {
    if (line.state === 'promised' && line.promisedOn === null)
      throw new AppError('invalid', { field: 'line.promisedOn', reason: 'no-day' })
    const promisedOn = line.state === 'promised' ? line.promisedOn : null
    putPaper(ctx.db, { ...line, promisedOn, caseId, by: ctx.me.id, at: ctx.now() })
    ctx.audit('archive.paper-noted', { subjectId: caseId, studentId })
    return { ok: true }
  },
  file(ctx, { caseId, studentId, box }) {
    const one = mine(ctx, caseId)
    if (one.state !== 'closed') throw new AppError('conflict', { reason: 'case-open' })
    if (findArchiveOf(ctx.db, caseId)) throw new AppError('conflict', { reason: 'archived' })
    const archivedOn = ctx.today()
    const keepUntil = keepUntilOf(ctx, getSetting(ctx.db, 'archiveRules'), one)
    const no = archiveNumber(ctx, 'D', archivedOn)
    insertArchive(ctx.db, { caseId, no, box, archivedOn, by: ctx.me.id, keepUntil, holdReason: '' })
    ctx.audit('archive.filed', { subjectId: caseId, studentId })
    return archiveOf(ctx, caseId)
  },
  change(ctx, { caseId, studentId, box, keepUntil, holdReason }) {
    mine(ctx, caseId)
    keptOf(ctx, caseId)
    updateArchive(ctx.db, caseId, { box, keepUntil, holdReason })
    ctx.audit('archive.changed', { subjectId: caseId, studentId })
    return archiveOf(ctx, caseId)
  },
  destroy(ctx, { caseId, studentId, archiveNo, requestId: _requestId, ...what }) {
    const one = mine(ctx, caseId)
    const kept = keptOf(ctx, caseId)
    if (kept.holdReason !== '') throw new AppError('conflict', { reason: 'held' })
    if (archiveNo !== kept.no) throw new AppError('invalid', { field: 'archiveNo', reason: 'differs' })
    if ((kept.keepUntil === null || kept.keepUntil > ctx.today()) && what.earlyReason.trim() === '')
      throw new AppError('invalid', { field: 'earlyReason', reason: 'too-early' })
    if (what.approvedBy === what.witness) throw new AppError('invalid', { field: 'witness', reason: 'same' })
    destroyCase(ctx, one, { ...what, no: archiveNumber(ctx, 'X', ctx.today()) })
    ctx.audit('archive.destroyed', { subjectId: caseId, studentId })
    return archiveOf(ctx, caseId)
  },
  rules: (ctx) => getSetting(ctx.db, 'archiveRules'),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'archiveRules', rules)
    ctx.audit('settings.changed', { subjectId: 'archiveRules' })
    return { ok: true }
  },
}

const archiveOf = (ctx: ReadContext | WriteContext, caseId: string): Archive =>
  found(findArchiveOf(ctx.db, caseId), 'caseId')

/** Archived and still there. */
function keptOf(ctx: WriteContext, caseId: string): Archive {
  const archive = findArchiveOf(ctx.db, caseId)
  if (!archive) throw new AppError('conflict', { reason: 'not-archived' })
  if (archive.destruction) throw new AppError('conflict', { reason: 'destroyed' })
  return archive
}

/** One’s own case, or anybody’s for the director: cases outlast those who held them. */
function mine(ctx: WriteContext, caseId: string): Case {
  const one = found(findCase(ctx.db, caseId), 'caseId')
  if (!ctx.me.roles.includes('director')) refuseOthers(ctx, 'never', 'case', caseId)
  return one
}

/** Numbers run from 1 in every year: D2026-001 of the archive, X2026-001 of the register of destruction. */
const archiveNumber = (ctx: WriteContext, letter: 'D' | 'X', day: string): string => {
  const year = day.slice(0, 4)
  return `${letter}${year}-${String(nextNumber(ctx.db, `archive:${letter}${year}`)).padStart(3, '0')}`
}

/** Null where the school has said nothing, or counts from a leaving that has not come. */
function keepUntilOf(ctx: WriteContext, { keepYears, from }: ArchiveRules, one: Case): string | null {
  if (keepYears === null) return null
  const start = from === 'closing' ? one.closedOn : (findStudent(ctx.db, one.studentId)?.leftOn ?? null)
  return start === null ? null : addMonths(start, 12 * keepYears)
}

/** What the school asks for, and whatever else was noted, in the order of the list. */
export function papersOf(ctx: ReadContext, caseId: string): PaperLine[] {
  const { papers } = getSetting(ctx.db, 'archiveRules')
  const noted = new Map(findPapers(ctx.db, caseId).map((line) => [line.item, line]))
  return PAPER_ITEMS.filter((item) => papers.includes(item) || noted.has(item)).map(
    (item) => noted.get(item) ?? { item, state: null, promisedOn: null, note: '' },
  )
}
