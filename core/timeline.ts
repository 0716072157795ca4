import { localOf } from '#contract/calendar'
import { NOTE_PARTS } from '#contract/note-parts'
import type { NoteBody } from '#contract/notes'
import type { TimelineItem } from '#contract/students'
import type { ReadableDb } from '#db/connection'
import { findHandovers } from '#db/repos/accounts'
import { findAssessmentsByStudent } from '#db/repos/assessments'
import { findCaseEventsByStudent } from '#db/repos/cases'
import { findConsents } from '#db/repos/consents'
import { findCrisesByStudent } from '#db/repos/crises'
import { findAddendaByStudent, findNoteMoves, findNotesByStudent } from '#db/repos/notes'
import { contactItems } from '#core/timeline-of-contacts'
import { courseItems } from '#core/timeline-of-courses'
import { planItems } from '#core/timeline-of-plans'
import { findReferralsByStudent } from '#db/repos/referrals'
import { findRisks } from '#db/repos/risks'
import { findVisitsByStudent } from '#db/repos/visits'

const EXCERPT = 120
const blank = { endedAt: null, no: null, by: null, facts: {}, excerpt: null, visitId: null }

/** One student's way, newest first; every kind of record stands in it. */
export function timelineOf(
  db: ReadableDb,
  { studentId, limit, viewerId }: { studentId: string; limit: number; viewerId: string },
): { items: TimelineItem[]; total: number } {
  const items = [
    ...visitItems(db, studentId, limit),
    ...findAddendaByStudent(db, studentId).map((addendum): TimelineItem => ({
      ...blank,
      kind: 'addendum',
      id: addendum.id,
      at: localOf(addendum.writtenAt),
      enteredAt: addendum.writtenAt,
      what: 'appended',
      by: addendum.writtenBy,
      excerpt: cut(addendum.text),
      visitId: addendum.visitId,
    })),
    ...findConsents(db, studentId).map((consent): TimelineItem => ({
      ...blank,
      kind: 'consent',
      id: consent.id,
      at: `${consent.givenOn}T00:00`,
      enteredAt: consent.enteredAt,
      what: consent.withdrawnOn ? 'withdrawn' : consent.answer === 'declines' ? 'declined' : 'given',
      by: consent.withdrawnTo ?? consent.givenTo,
      facts: { kind: consent.kind, signer: consent.signer, mode: consent.mode, with: consent.sharedWith },
    })),
    ...findRisks(db, studentId).map((risk): TimelineItem => ({
      ...blank,
      kind: 'risk',
      id: risk.id,
      at: risk.setAt,
      enteredAt: risk.enteredAt,
      what: 'set',
      by: risk.setBy,
      facts: { from: risk.previousRank, to: risk.rank },
      excerpt: cut(risk.reason),
    })),
    ...findCrisesByStudent(db, studentId).map((crisis): TimelineItem => ({
      ...blank,
      kind: 'crisis',
      id: crisis.id,
      at: crisis.openedAt,
      endedAt: crisis.closedAt,
      enteredAt: crisis.enteredAt,
      what: crisis.state,
      no: crisis.no,
      by: crisis.openedBy,
      facts: { outcome: crisis.outcome, rank: crisis.rank },
      excerpt: cut(crisis.signs),
    })),
    ...referralItems(db, studentId),
    ...movedNoteItems(db, studentId, viewerId),
    ...caseItems(db, studentId),
    ...handoverItems(db, studentId),
    ...assessmentItems(db, studentId, limit),
    ...planItems(db, studentId),
    ...courseItems(db, studentId),
    ...contactItems(db, studentId),
  ].sort((a, b) => b.at.localeCompare(a.at) || b.enteredAt.localeCompare(a.enteredAt))
  return { items: items.slice(0, limit), total: items.length }
}

function visitItems(db: ReadableDb, studentId: string, limit: number): TimelineItem[] {
  const notes = new Map(findNotesByStudent(db, studentId, limit).map((note) => [note.visitId, note]))
  return findVisitsByStudent(db, studentId, limit).map((visit) => {
    const note = notes.get(visit.id)
    return {
      ...blank,
      kind: 'visit',
      id: visit.id,
      at: visit.arrivedAt ?? visit.bookedFor ?? `${visit.onDay}T00:00`,
      endedAt: visit.endedAt,
      enteredAt: visit.enteredAt,
      what: visit.state,
      no: visit.no,
      by: visit.receiverName,
      facts: {
        ordinal: visit.ordinal,
        channel: visit.channel,
        source: visit.source,
        problem: visit.primaryProblem,
        minutes: visit.minutes,
        note: visit.noteState,
        savedAt: note?.savedAt ?? null,
        signedAt: note?.signedAt ?? null,
      },
      excerpt: note ? cut(firstWords(note.body)) : cut(visit.request),
      visitId: visit.id,
    }
  })
}

function referralItems(db: ReadableDb, studentId: string): TimelineItem[] {
  return findReferralsByStudent(db, studentId).flatMap((referral): TimelineItem[] => {
    const sent: TimelineItem = {
      ...blank,
      kind: 'referral',
      id: referral.id,
      at: referral.referredAt,
      enteredAt: referral.enteredAt,
      what: referral.state,
      no: referral.no,
      by: referral.referredBy,
      facts: {
        institution: referral.institution || referral.institutionKind,
        kind: referral.kind,
        urgency: referral.urgency,
        due: referral.returnDue,
      },
      excerpt: cut(referral.reason),
    }
    if (!referral.slip) return [sent]
    return [
      sent,
      {
        ...sent,
        kind: 'return',
        at: `${referral.slip.returnedOn}T00:00`,
        what: 'returned',
        by: referral.slipBy,
        enteredAt: referral.slipAt ?? referral.enteredAt,
        facts: { institution: referral.institution || referral.institutionKind, seenOn: referral.slip.seenOn },
        excerpt: cut(referral.slip.words),
      },
    ]
  })
}

/**
 * The trace a moved note leaves on both sides: that it was moved, when and by whom. Whose file the other one is stays unsaid; the
 * reason may name that child, so only whoever wrote it sees it.
 */
const movedNoteItems = (db: ReadableDb, studentId: string, viewerId: string): TimelineItem[] =>
  findNoteMoves(db, studentId).map((move): TimelineItem => {
    const isGone = move.fromStudentId === studentId
    return {
      ...blank,
      kind: 'note',
      id: move.id,
      at: localOf(move.at),
      enteredAt: move.at,
      what: isGone && move.toStudentId !== studentId ? 'moved-out' : 'moved-in',
      by: move.by,
      facts: { marks: isGone && move.marks.length > 0 ? move.marks.map(({ score }) => score).join(' · ') : null },
      excerpt: move.byId === viewerId ? move.reason : null,
      visitId: isGone ? move.fromVisitId : move.toVisitId,
    }
  })

const handoverItems = (db: ReadableDb, studentId: string): TimelineItem[] =>
  findHandovers(db, studentId).map(({ id, no, from, to, note, at, by }): TimelineItem => ({
    ...blank,
    kind: 'case',
    id,
    at: localOf(at),
    enteredAt: at,
    what: 'handed-over',
    no,
    by,
    facts: { from, to },
    excerpt: cut(note),
  }))

const caseItems = (db: ReadableDb, studentId: string): TimelineItem[] =>
  findCaseEventsByStudent(db, studentId).map(({ id, what, no, by, onDay, reason, text, enteredAt }): TimelineItem => ({
    ...blank,
    kind: 'case',
    id,
    at: what === 'opened' ? `${onDay}T00:00` : `${onDay}T23:59`,
    enteredAt,
    what,
    no,
    by,
    facts: { reason },
    excerpt: cut(text),
  }))

/** No word of the interpretation: it is read with the result. */
const assessmentItems = (db: ReadableDb, studentId: string, limit: number): TimelineItem[] =>
  findAssessmentsByStudent(db, studentId, limit).map((test): TimelineItem => ({
    ...blank,
    kind: 'assessment',
    id: test.id,
    at: test.takenOn === null || test.begunAt.startsWith(test.takenOn) ? test.begunAt : `${test.takenOn}T00:00`,
    enteredAt: test.enteredAt,
    what: test.state,
    no: test.no,
    by: test.givenBy,
    facts: {
      short: test.short,
      mode: test.mode,
      score: test.score,
      band: test.band?.zh ?? null,
      bandEn: test.band?.en ?? null,
      critical: test.critical,
      valid: test.valid === null ? null : Number(test.valid),
    },
  }))

const firstWords = (body: NoteBody): string =>
  body.quotes || NOTE_PARTS.map((part) => body[part]).find((text) => text.trim() !== '') || ''
const cut = (text: string): string | null => {
  const whole = text.trim()
  if (whole.length <= EXCERPT) return whole || null
  return `${whole.slice(0, EXCERPT).trimEnd()}…`
}
