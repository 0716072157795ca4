import type { Alarm } from '#contract/vault'
import type { WriteContext } from '#core/context'
import { recordLate } from '#core/gatekeeping'
import type { WritableDb } from '#db/connection'
import { isRecorded, type Trace } from '#db/repos/traces'
import { insertAcceptance } from '#db/repos/vault-checks'
import { acceptKeyslots, raiseCommits } from '#db/repos/vault-state'

/** Alarms that somebody may go on in spite of: the vault is whole, only not the newest, or what lies beside it does not fit. */
const ACCEPTABLE: readonly Alarm['kind'][] = ['rolled-back', 'anchor', 'keyslots-old']
export const isAcceptable = ({ kind }: Alarm): boolean => ACCEPTABLE.includes(kind)

/** `commits`: more than any anchor has seen of this vault; `keyslotsCounter`: of the keyslots that lie beside it now. */
export function writeAcceptance(
  ctx: WriteContext,
  { kind, lost }: Alarm,
  { reason, commits, keyslotsCounter }: { reason: string; commits: number; keyslotsCounter: number },
): void {
  raiseCommits(ctx.db, commits)
  acceptKeyslots(ctx.db, keyslotsCounter)
  insertAcceptance(ctx.db, ctx.newId(), { at: ctx.now(), kind, lost, reason })
  ctx.audit('vault.alarm-accepted', { subjectId: kind })
}

/** What was read while nothing could be written, in the order it happened; none of it twice. */
export function takeInTraces(db: WritableDb, traces: readonly Trace[], sign: Parameters<typeof recordLate>[2]): void {
  for (const trace of traces) if (!isRecorded(db, trace)) recordLate(db, trace, sign)
}
