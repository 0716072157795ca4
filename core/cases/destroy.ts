import type { LogToLookAt } from '#contract/archives'
import type { Case } from '#contract/cases'
import { AppError } from '#contract/errors'
import type { ReadContext, WriteContext } from '#core/context'
import { updateArchive } from '#db/repos/archives'
import { emptyLog, findLogsOn } from '#db/repos/case-days'
import { closeDestruction, emptyCase, findOthersLeft, openDestruction } from '#db/repos/destroy-case'
import { ownDays, type Span } from './own-days.ts'

type How = {
  id: string
  no: string
  reason: string
  earlyReason: string
  method: string
  approvedBy: string
  isOnPaper: boolean
  witness: string
  /** Daily logs whose remarks are emptied as well. */
  logs: readonly { day: string; userId: string }[]
}

/**
 * What was written in a case is overwritten; numbers, days and kinds stay, so that the register and every count still add up. Crisis
 * cards and test sheets are kept by their own rules. Backups made before still hold it.
 */
export function destroyCase(ctx: WriteContext, one: Case, { logs, ...how }: How): void {
  openDestruction(ctx.db, { ...how, caseId: one.id, by: ctx.me.id, at: ctx.now() })
  const emptied = logsToLookAt(ctx, one).filter(({ remarks, day, userId }) => {
    const isMeant = logs.some((log) => log.day === day && log.userId === userId)
    if (isMeant && remarks === null) throw new AppError('forbidden', { field: 'logs', reason: 'not-yours' })
    return isMeant && emptyLog(ctx.db, { day, userId }) > 0
  })
  const counts = emptyCase(ctx.db, { ...one, own: ownOf(ctx, one), today: ctx.today(), now: ctx.now() })
  updateArchive(ctx.db, one.id, { destructionId: how.id })
  closeDestruction(ctx.db, how.id, emptied.length > 0 ? { ...counts, logs: emptied.length } : counts)
}

/** Remarks of daily logs are about many children: they are looked at by hand, by whoever may read them. */
export function logsToLookAt(ctx: ReadContext | WriteContext, one: Case): LogToLookAt[] {
  const own = ownOf(ctx, one)
  const isDirector = ctx.me.roles.includes('director')
  return findLogsOn(ctx.db, one)
    .filter(({ day }) => own === null || own.some(({ from, until }) => from <= day && day <= until))
    .map(({ remarks, isNamed, ...log }) => ({
      ...log,
      isNamed: isNamed === 1,
      remarks: isDirector || log.userId === ctx.me.id ? remarks : null,
    }))
}

/** The days that are this case's alone; null, which is all of them, when no other of the student is left. */
function ownOf(ctx: ReadContext | WriteContext, one: Case): Span[] | null {
  const others = findOthersLeft(ctx.db, one)
  return others.length === 0 ? null : ownDays(one, others)
}
