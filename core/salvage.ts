import type { z } from 'zod'
import type { Salvage } from '#contract/vault'
import { record } from '#core/gatekeeping'
import type { WritableDb } from '#db/connection'
import { insertSalvage } from '#db/repos/vault-checks'

/** Into the new vault: that it was salvaged, by whom, and what is missing. */
export function writeSalvage(
  db: WritableDb,
  salvaged: readonly z.infer<typeof Salvage>[],
  { id, at, userId, sign }: { id: string; at: string; userId: string; sign: Parameters<typeof record>[2] },
): void {
  const short = salvaged.filter(({ lost }) => lost > 0)
  const lost = short.reduce((sum, one) => sum + one.lost, 0)
  insertSalvage(db, id, { at, ok: lost === 0, tables: short })
  record(db, { at, userId, event: 'vault.salvaged', subjectId: String(lost), studentId: null }, sign)
}
