import { AppError } from '#contract/errors'
import type { InstrumentSummary, instruments } from '#contract/instruments'
import type { AuditEvent } from '#core/audit'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { checkInstrumentFile } from '#core/instruments/check-file'
import { allInForce, ensureEdition, inForce, lineCount, storeEdition } from '#core/instruments/editions'
import { summaries, summaryOf } from '#core/instruments/summaries'
import { withThresholds } from '#core/instruments/thresholds'
import {
  findCompetence,
  findCompetencesFor,
  findCompetencesOf,
  findEditions,
  findLatestEdition,
  findUses,
  insertCompetence,
  putRetired,
  withdrawCompetence,
} from '#db/repos/instruments'
import { findOpenUser } from '#db/repos/settings'

export const instrumentsHandlers: Handlers<typeof instruments> = {
  list: (ctx) => summaries(ctx),
  get: (ctx, { instrumentId }) => ({
    file: found(inForce(ctx.db, instrumentId), 'instrumentId').file,
    summary: summaryOf(ctx, instrumentId),
  }),
  checkFile(ctx, { content }) {
    const { instrument: file, issues } = checkInstrumentFile(content)
    if (!file) return { flaws: issues, found: null }
    const { id, title, version } = file
    const replaces = inForce(ctx.db, id)?.file.version ?? null
    return { flaws: issues, found: { id, title, version, itemCount: lineCount(file), replaces } }
  },
  add(ctx, { content }) {
    const { instrument: file, issues } = checkInstrumentFile(content)
    if (!file) throw new AppError('invalid', { field: 'content', reason: issues[0]?.problem ?? 'not-json' })
    if (findLatestEdition(ctx.db, file.id, 'own')?.body !== JSON.stringify(file)) storeEdition(ctx, file, 'own')
    return recorded(ctx, 'instrument.added', file.id)
  },
  saveThresholds(ctx, { instrumentId, scales, voidFrom }) {
    const { file } = ensureEdition(ctx, instrumentId)
    if (file.kind !== 'score-entry') throw new AppError('invalid', { field: 'instrumentId', reason: 'not-score-entry' })
    storeEdition(ctx, withThresholds(file, { scales, voidFrom }, validityScaleOf(ctx, instrumentId)), 'own')
    return recorded(ctx, 'instrument.thresholds-set', instrumentId)
  },
  retire(ctx, { instrumentId, retired }) {
    found(inForce(ctx.db, instrumentId), 'instrumentId')
    putRetired(ctx.db, instrumentId, retired ? ctx.now() : null)
    return recorded(ctx, retired ? 'instrument.retired' : 'instrument.restored', instrumentId)
  },
  recordCompetence(ctx, { instrumentId, userId, basis, recordedOn }) {
    found(inForce(ctx.db, instrumentId), 'instrumentId')
    found(findOpenUser(ctx.db, userId), 'userId')
    if (recordedOn > ctx.today()) throw new AppError('invalid', { field: 'recordedOn', reason: 'future' })
    if (findCompetencesOf(ctx.db, userId).some((one) => one.instrumentId === instrumentId))
      throw new AppError('conflict', { field: 'userId', reason: 'already-competent' })
    const id = ctx.newId()
    const recordedBy = ctx.me.id
    insertCompetence(ctx.db, { id, instrumentId, userId, basis, recordedOn, recordedBy, enteredAt: ctx.now() })
    ctx.audit('competence.recorded', { subjectId: id })
    return { ok: true }
  },
  withdrawCompetence(ctx, { competenceId }) {
    const competence = found(findCompetence(ctx.db, competenceId), 'competenceId')
    if (competence.withdrawnAt !== null) throw new AppError('conflict', { reason: 'already-withdrawn' })
    withdrawCompetence(ctx.db, competenceId, ctx.now())
    ctx.audit('competence.withdrawn', { subjectId: competenceId })
    return { ok: true }
  },
  competences: (ctx, { instrumentId }) => findCompetencesFor(ctx.db, instrumentId),
  uses: (ctx, { from, to, instrumentId }) =>
    findUses(ctx.db, from, to, instrumentId === null ? allInForce(ctx.db).map(({ file }) => file.id) : [instrumentId]),
}

/** The scale that can void a whole sheet, as any edition of the instrument names it. */
const validityScaleOf = (ctx: WriteContext, instrumentId: string): string | null =>
  findEditions(ctx.db, instrumentId)
    .flatMap(({ file }) => (file.kind === 'score-entry' && file.voidWhen ? [file.voidWhen.scale] : []))
    .at(0) ?? null

function recorded(ctx: WriteContext, event: AuditEvent, instrumentId: string): InstrumentSummary {
  ctx.audit(event, { subjectId: instrumentId })
  return summaryOf(ctx, instrumentId)
}
