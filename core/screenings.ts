import type { screenings } from '#contract/screenings'
import type { Handlers } from '#core/context'
import { found } from '#core/found'
import { bookRound, dealRound } from '#core/screenings/bookings'
import { entryPage } from '#core/screenings/entries'
import { exportRound } from '#core/screenings/export-round'
import { inspectFile } from '#core/screenings/inspect-file'
import { changeRound, closeRound, createRound, refreshRound } from '#core/screenings/keep-round'
import { markEntry, recordSeen } from '#core/screenings/mark-entry'
import { planResults } from '#core/screenings/plan-results'
import { proceedResults, startResults } from '#core/screenings/proceed-results'
import { getRound, openRound, shownRound } from '#core/screenings/rounds'
import { summaryOf } from '#core/screenings/summary'
import { findRoundHead, findRounds } from '#db/repos/screenings'

export const screeningsHandlers: Handlers<typeof screenings> = {
  list: (ctx) => findRounds(ctx.db).map((round) => shownRound(ctx, round)),
  get: (ctx, { roundId }) => shownRound(ctx, getRound(ctx, roundId)),
  create: (ctx, { requestId: _request, ...round }) => createRound(ctx, round),
  update: (ctx, { roundId, requestId: _request, ...fields }) => changeRound(ctx, roundId, fields),
  refresh: (ctx, { roundId }) => refreshRound(ctx, roundId),
  close: (ctx, { roundId, closed }) => closeRound(ctx, roundId, closed),
  entries: (ctx, { roundId, ...question }) =>
    entryPage(ctx, found(findRoundHead(ctx.db, roundId), 'roundId'), question),
  setEntry: (ctx, mark) => markEntry(ctx, mark),
  recordSeen: (ctx, seen) => recordSeen(ctx, seen),
  inspectFile: (ctx, { roundId, fileName, content }) => inspectFile(ctx, openRound(ctx, roundId), fileName, content),
  preview: (ctx, { roundId, ...choice }) => planResults(ctx, openRound(ctx, roundId), choice).preview,
  startImport: (ctx, choice) => startResults(ctx, choice),
  proceed: (ctx, { importId, offset }) => proceedResults(ctx, importId, offset),
  deal: (ctx, { roundId, slots }) => dealRound(ctx, roundId, slots),
  book: (ctx, bookings) => bookRound(ctx, bookings),
  summary: (ctx, { roundId, hideBelow }) => summaryOf(ctx, roundId, hideBelow),
  exportFile: (ctx, wish) => exportRound(ctx, wish),
  forget(ctx, { fileId }) {
    ctx.services.openFiles.delete(fileId)
    return { ok: true }
  },
}
