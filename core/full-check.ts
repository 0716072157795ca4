import type { VaultCheck } from '#contract/backups'
import type { ReadContext, WriteContext } from '#core/context'
import { findLatestCheck, insertCheck, keepLook } from '#db/repos/vault-checks'

const EVERY_DAYS = 7
const DAY_MS = 86_400_000

/** Once a week; a clock that was set back does not put it off. */
export function isCheckDue({ db, now }: Pick<ReadContext, 'db' | 'now'>): boolean {
  const last = findLatestCheck(db)
  return !last || Math.abs(Date.parse(now()) - Date.parse(last.at)) >= EVERY_DAYS * DAY_MS
}

export function writeCheck(ctx: WriteContext, check: VaultCheck): void {
  insertCheck(ctx.db, ctx.newId(), check)
  ctx.audit('vault.checked', { subjectId: check.ok ? 'ok' : 'log' })
}

/** Every page was looked at when the room was opened. */
export const writeLook = keepLook
