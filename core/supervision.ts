import { ageOn } from '#contract/calendar'
import { areaOf } from '#contract/code-tables'
import type { supervision, SupervisionCase } from '#contract/supervision'
import type { Handlers, ReadContext } from '#core/context'
import { found } from '#core/found'
import {
  type DeIdentified,
  findDeIdentifiedCase,
  findDeIdentifiedCases,
  findDeIdentifiedVisits,
} from '#db/repos/supervision'

type Visits = ReturnType<typeof findDeIdentifiedVisits>

export const supervisionHandlers: Handlers<typeof supervision> = {
  cases(ctx, { state, offset, limit }) {
    const { total, rows } = findDeIdentifiedCases(ctx.db, state, offset, limit)
    const visits = Map.groupBy(
      findDeIdentifiedVisits(
        ctx.db,
        rows.map(({ id }) => id),
      ),
      ({ caseId }) => caseId,
    )
    return { total, rows: rows.map((row) => toCase(ctx, row, visits.get(row.id) ?? [])) }
  },
  case(ctx, { caseId }) {
    const visits = findDeIdentifiedVisits(ctx.db, [caseId])
    return {
      case: toCase(ctx, found(findDeIdentifiedCase(ctx.db, caseId), 'caseId'), visits),
      visits: visits.map(({ caseId: _case, ...visit }) => visit),
    }
  },
}

const toCase = (ctx: ReadContext, { birthDate, ...row }: DeIdentified, visits: Visits): SupervisionCase => ({
  ...row,
  age: birthDate === null ? null : ageOn(birthDate, ctx.today()),
  areas: [...new Set(visits.flatMap(({ problems }) => problems.map(areaOf)))],
  visits: visits.length,
  firstOn: visits[0]?.on ?? null,
  lastOn: visits.at(-1)?.on ?? null,
})
