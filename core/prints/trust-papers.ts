import { AppError } from '#contract/errors'
import type { ReadContext } from '#core/context'
import { findWitnesses } from '#db/repos/audit'
import { findLatestCheck, findLatestRehearsal } from '#db/repos/vault-checks'
import type { PaperKinds } from './content.ts'

/** A term with its holidays; as many weeks as fit one sheet. */
const MOST_WEEKS = 22
type Db = Pick<ReadContext, 'db'>

/** Papers about the records as a whole: that they come back from a backup, and how the log stood week by week. */
export const trustPapers: PaperKinds<'backup-certificate' | 'audit-witness'> = {
  'backup-certificate': {
    studentOf(ctx, subjectId) {
      ofTheRoom(subjectId)
      proofOf(ctx)
      return null
    },
    content(ctx, subjectId) {
      ofTheRoom(subjectId)
      return { proof: proofOf(ctx) }
    },
  },
  'audit-witness': {
    studentOf(ctx, subjectId) {
      ofTheRoom(subjectId)
      witnessesOf(ctx)
      return null
    },
    content(ctx, subjectId) {
      ofTheRoom(subjectId)
      return { witnesses: witnessesOf(ctx) }
    },
  },
}

const proofOf = ({ db }: Db) => {
  const rehearsal = findLatestRehearsal(db)
  if (!rehearsal) throw new AppError('conflict', { field: 'subjectId', reason: 'not-rehearsed' })
  return { rehearsal, check: findLatestCheck(db) }
}

const witnessesOf = ({ db }: Db) => {
  const witnesses = findWitnesses(db).toSorted((a, b) => a.seq - b.seq)
  if (witnesses.length === 0) throw new AppError('conflict', { field: 'subjectId', reason: 'no-witness' })
  return witnesses.slice(-MOST_WEEKS)
}

const ofTheRoom = (subjectId: string): void => {
  if (subjectId !== 'room') throw new AppError('not-found', { field: 'subjectId' })
}
