import type { ReadContext } from '#core/context'
import { instrumentsHandlers } from '#core/instruments'
import { countUses } from '#db/repos/instruments'
import type { Period } from '#db/repos/reports'
import type { PaperContent } from './content.ts'

/** The library as it stands, with who may use what and how often each was used in the period. */
export async function instrumentLines(
  ctx: ReadContext,
  period: Period,
): Promise<NonNullable<PaperContent['instruments']>> {
  const asOf = ctx.localNow()
  const uses = countUses(ctx.db, { within: period })
  const inUse = (await instrumentsHandlers.list(ctx, {})).filter(({ retired, withheld }) => !retired && !withheld)
  return Promise.all(
    inUse.map(async ({ id, title, short, version, license, zhText, textNote, lastUsedOn }) => {
      const competences = await instrumentsHandlers.competences(ctx, { instrumentId: id })
      const competent = competences
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ userName, basis }) => ({ name: userName, basis }))
      return {
        id,
        title,
        short,
        version,
        license,
        zhText,
        uses: uses.get(id)?.uses ?? 0,
        lastUsedOn,
        competent,
        note: textNote,
        asOf,
      }
    }),
  )
}
