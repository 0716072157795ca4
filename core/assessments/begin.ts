import type { z } from 'zod'
import type { assessments } from '#contract/assessments'
import type { TestMode } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import type { Instrument } from '#contract/instrument-file'
import type { WriteContext } from '#core/context'
import { ensureEdition } from '#core/instruments/editions'
import { summaryOf } from '#core/instruments/summaries'
import { termNumber } from '#core/numbers'
import { insertAssessments } from '#db/repos/assessments'
import { blocksOf, factsOf } from './gates.ts'

type Begin = z.output<NonNullable<(typeof assessments.begin)['~orpc']['inputSchema']>>

const MODES: Record<Instrument['kind'], readonly TestMode[]> = {
  interview: ['interview'],
  'score-entry': ['scores'],
  'self-report': ['kiosk', 'aloud', 'paper'],
}

/** An empty sheet for one student, once nothing stands in the way. */
export function beginAssessment(ctx: WriteContext, input: Begin): void {
  const { id, studentId, instrumentId, mode, purpose, urgent } = input
  const instrument = summaryOf(ctx, instrumentId)
  if (!MODES[instrument.kind].includes(mode)) throw new AppError('invalid', { field: 'mode', reason: 'other-kind' })
  if (urgent && instrument.kind !== 'interview')
    throw new AppError('invalid', { field: 'urgent', reason: 'interviews-only' })
  const unsaid = (['explained', 'agreed'] as const).find((word) => !input[word])
  if (unsaid && !urgent) throw new AppError('invalid', { field: unsaid, reason: 'not-yet' })
  const [block] = urgent ? [] : blocksOf(instrument, factsOf(ctx, studentId), input.overFourteen)
  if (block) throw new AppError('conflict', { reason: block })
  const [now, localNow] = [ctx.now(), ctx.localNow()]
  insertAssessments(ctx.db, [
    {
      id,
      no: termNumber(ctx, 'assessment', ctx.today(), 4),
      studentId,
      editionId: ensureEdition(ctx, instrumentId).id,
      instrumentId,
      roundId: null,
      mode,
      state: 'open',
      purpose,
      urgent,
      explainedAt: input.explained ? localNow : null,
      explainedBy: input.explained ? ctx.me.id : null,
      begunAt: localNow,
      answers: '{}',
      details: '{}',
      savedAt: now,
      givenBy: ctx.me.id,
      enteredAt: now,
    },
  ])
  ctx.audit(urgent ? 'assessment.begun-urgently' : 'assessment.begun', { subjectId: id, studentId })
}
