import type { RecordFields } from '#contract/revisions'
import type { RevisionKind } from '#contract/revision-tables'
import { AppError } from '#contract/errors'
import type { WriteContext } from '#core/context'
import { mayStayOpen } from '#core/declines'
import { found } from '#core/found'
import { openCase } from '#core/open-case'
import { refuseTakenNumber } from '#core/students'
import { findOpenAcceptances } from '#db/repos/acceptances'
import { findStandingDecline } from '#db/repos/declines'
import { findNoteByVisit } from '#db/repos/notes'
import { findPresent } from '#db/repos/revisions'

export type Which = { kind: RevisionKind; recordId: string; studentId: string | null }
type Change = {
  ctx: WriteContext
  recordId: string
  studentId: string
  /** How the record stands, of the fields that the rule reads. */
  now: RecordFields
  /** How it would stand. */
  would: RecordFields
}
/** Gives the reason why a state may not come back. */
type Rule = { reads: readonly string[]; refusal: (change: Change) => string | false }

/** What a write refuses, history does not bring about either. Kinds that are left out have no such rule. */
const RULES: Partial<Record<RevisionKind, Rule>> = {
  visit: {
    reads: ['state'],
    refusal: ({ ctx, recordId, would }) =>
      isOneOf(would['state'], ['booked', 'no-show', 'cancelled']) &&
      findNoteByVisit(ctx.db, recordId) !== undefined &&
      'has-note',
  },
  crisis: {
    reads: ['state'],
    refusal: ({ now, would }) => now['state'] === 'closed' && would['state'] === 'open' && 'reopen-instead',
  },
  consent: {
    reads: ['withdrawn_on'],
    refusal: ({ now, would }) => now['withdrawn_on'] !== null && would['withdrawn_on'] === null && 'withdrawn',
  },
  student: {
    reads: ['student_no'],
    refusal({ ctx, recordId: id, would: { student_no: studentNo } }) {
      if (typeof studentNo === 'string') refuseTakenNumber(ctx, { id, studentNo })
      return false
    },
  },
  decline: {
    reads: ['ended_at', 'deleted_at'],
    refusal({ ctx, recordId, studentId, would }) {
      const standing = findStandingDecline(ctx.db, studentId)
      return (
        would['ended_at'] === null &&
        isThere(would) &&
        standing !== undefined &&
        standing.id !== recordId &&
        'stands-already'
      )
    },
  },
  acceptance: {
    reads: ['state', 'basis', 'case_id', 'deleted_at'],
    refusal({ ctx, recordId, studentId, now, would }) {
      if (now['case_id'] !== null && would['state'] !== 'accepted') return 'is-accepted'
      if (!isThere(would) || isOneOf(would['state'], ['accepted', 'declined'])) return false
      if (findOpenAcceptances(ctx.db, studentId).some(({ id }) => id !== recordId)) return 'already-asked'
      return !mayStayOpen(ctx, studentId, would['basis']) && 'declined'
    },
  },
  stage: {
    reads: ['state', 'case_id'],
    refusal({ ctx, now, would }) {
      if (isOneOf(would['state'], FINISHED)) return false
      if (isOneOf(now['state'], FINISHED)) return 'finished'
      openCase(ctx, String(now['case_id']))
      return false
    },
  },
  review: {
    reads: ['case_id'],
    refusal({ ctx, now }) {
      openCase(ctx, String(now['case_id']))
      return false
    },
  },
  aid: {
    reads: ['state'],
    refusal: ({ now, would }) => now['state'] === 'withdrawn' && would['state'] !== 'withdrawn' && 'aid-withdrawn',
  },
}
const FINISHED = ['finished', 'delivered']
const isOneOf = (value: RecordFields[string] | undefined, words: readonly string[]): boolean =>
  typeof value === 'string' && words.includes(value)
const isThere = ({ deleted_at: deletedAt }: RecordFields): boolean => deletedAt === null

/** `conflict` with the reason, when `fields` on top of what stands would be what no write allows. */
export function refuseBreaking(ctx: WriteContext, { kind, recordId, studentId }: Which, fields: RecordFields): void {
  const rule = RULES[kind]
  if (!rule || studentId === null) return
  const now = found(findPresent(ctx.db, kind, recordId, rule.reads), 'recordId')
  const reason = rule.refusal({ ctx, recordId, studentId, now, would: { ...now, ...fields } })
  if (reason) throw new AppError('conflict', { reason })
}
