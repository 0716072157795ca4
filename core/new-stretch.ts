import type { WriteContext } from '#core/context'

/** Autosave writes every second; one row of the log for each would bury what it is for. */
const PAUSE_MS = 120_000

/** Somebody goes on writing after a pause. */
export const isNewStretch = (ctx: Pick<WriteContext, 'now'>, savedAt: string): boolean =>
  Date.parse(ctx.now()) - Date.parse(savedAt) >= PAUSE_MS
