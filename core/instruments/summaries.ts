import type { InstrumentSummary } from '#contract/instruments'
import type { Instrument } from '#contract/instrument-file'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { countUses, findCompetencesOf, findRetiredIds } from '#db/repos/instruments'
import { allInForce, inForce, lineCount, type InForce } from './editions.ts'

type Context = ReadContext | WriteContext

/** The library as the room sees it. */
export const summaries = (ctx: Context): InstrumentSummary[] => summarise(ctx, allInForce(ctx.db))

export function summaryOf(ctx: Context, instrumentId: string): InstrumentSummary {
  const [summary] = summarise(ctx, [found(inForce(ctx.db, instrumentId), 'instrumentId')], instrumentId)
  return found(summary, 'instrumentId')
}

function summarise(ctx: Context, library: readonly InForce[], only?: string): InstrumentSummary[] {
  const retired = findRetiredIds(ctx.db)
  const uses = countUses(ctx.db, { instrumentId: only })
  const mine = new Map(findCompetencesOf(ctx.db, ctx.me.id).map((one) => [one.instrumentId, one]))
  return library.map(({ file, origin }) => {
    const { statement, attribution, verdict, conditions, url } = file.license
    const use = uses.get(file.id)
    const competence = mine.get(file.id)
    return {
      id: file.id,
      title: { zh: file.title.zh, en: file.title.en },
      short: file.title.short,
      kind: file.kind,
      version: file.version,
      origin,
      itemCount: lineCount(file),
      ageMin: file.ages.min,
      ageMax: file.ages.max,
      ageNote: file.ages.note,
      timeframe: file.timeframe,
      license: { statement, attribution, verdict, conditions, url },
      zhText: file.confidence.zhText,
      textNote: file.confidence.note,
      thresholdsSet: hasThresholds(file),
      retired: retired.has(file.id),
      withheld: isWithheld(ctx, file),
      uses: use?.uses ?? 0,
      lastUsedOn: use?.lastUsedOn ?? null,
      competence: competence ? { id: competence.id, basis: competence.basis, recordedOn: competence.recordedOn } : null,
    }
  })
}

/** Scores that are typed in mean nothing before the school has said from where on they do. */
const hasThresholds = (file: Instrument): boolean =>
  file.kind !== 'score-entry' || file.scales.some(({ bands }) => bands.length > 0)

/** Under non-commercial terms: not in a program that is sold. */
const isWithheld = ({ services }: Pick<Context, 'services'>, file: Instrument): boolean =>
  services.paidBuild === true && file.license.verdict.startsWith('CONDITIONAL')
