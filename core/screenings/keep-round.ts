import { AppError } from '#contract/errors'
import type { Round, RoundScope } from '#contract/screenings'
import type { WriteContext } from '#core/context'
import { ensureEdition } from '#core/instruments/editions'
import { summaryOf } from '#core/instruments/summaries'
import { deleteLeft, insertDue, insertRound, updateRound } from '#db/repos/screenings'
import { flagAnew } from './flag-anew.ts'
import { checkDays, getRound, openRound, shownRound } from './rounds.ts'

export type RoundFields = Pick<Round, 'name' | 'startsOn' | 'endsOn' | 'flagRule' | 'consentBasis'>

export function createRound(
  ctx: WriteContext,
  { id, instrumentId, scope, ...fields }: RoundFields & { id: string; instrumentId: string; scope: RoundScope },
): Round {
  checkDays(fields)
  refuseInstrument(ctx, instrumentId)
  const { id: editionId } = ensureEdition(ctx, instrumentId)
  insertRound(ctx.db, { ...fields, id, editionId, scope, state: 'open', createdAt: ctx.now(), createdBy: ctx.me.id })
  insertDue(ctx.db, id, scope)
  ctx.audit('screening.created', { subjectId: id })
  return shownRound(ctx, getRound(ctx, id))
}

/** A changed rule flags anew; what a person decided or has seen stays. */
export function changeRound(ctx: WriteContext, roundId: string, fields: RoundFields): Round {
  checkDays(fields)
  const before = openRound(ctx, roundId)
  updateRound(ctx.db, roundId, fields)
  if (JSON.stringify(before.flagRule) !== JSON.stringify(fields.flagRule)) flagAnew(ctx, roundId, fields.flagRule)
  ctx.audit('screening.changed', { subjectId: roundId })
  return shownRound(ctx, getRound(ctx, roundId))
}

export function refreshRound(ctx: WriteContext, roundId: string): { added: number; removed: number } {
  const { scope } = openRound(ctx, roundId)
  const removed = deleteLeft(ctx.db, roundId)
  const added = insertDue(ctx.db, roundId, scope)
  ctx.audit('screening.changed', { subjectId: roundId })
  return { added, removed }
}

export function closeRound(ctx: WriteContext, roundId: string, closed: boolean): Round {
  getRound(ctx, roundId)
  updateRound(ctx.db, roundId, { state: closed ? 'closed' : 'open' })
  ctx.audit('screening.changed', { subjectId: roundId })
  return shownRound(ctx, getRound(ctx, roundId))
}

/** A round is begun by somebody who may give the test (S28); an interview is no round. */
function refuseInstrument(ctx: WriteContext, instrumentId: string): void {
  const { competence, kind, retired, withheld } = summaryOf(ctx, instrumentId)
  const block =
    kind === 'interview'
      ? 'interview'
      : withheld
        ? 'withheld'
        : retired
          ? 'retired'
          : competence === null
            ? 'not-competent'
            : null
  if (block) throw new AppError('conflict', { field: 'instrumentId', reason: block })
}
