import { RELATIONS, type Relation } from '#contract/contact-tables'
import { toldBeyond } from '#contract/contact-rules'
import type { ConsentLine } from '#contract/consents'
import { AppError } from '#contract/errors'
import type { Receiver, StageFields } from '#contract/stages'
import { consentStateOf } from '#core/consents'
import { personOf } from '#core/contacts/persons'
import type { ReadContext, WriteContext } from '#core/context'

type Ctx = ReadContext | WriteContext
const FAMILY: readonly Relation[] = ['mother', 'father', 'guardian', 'relative']

/** With whom, by a consent that was declined, nothing is shared: whatever was agreed about them before does not hold then. */
export const declinedBy = (ctx: Ctx, studentId: string): Relation[] => {
  const lines = consentStateOf(ctx, studentId).filter((line) => line.purpose === 'sharing' && isDeclined(line))
  return RELATIONS.filter((relation) => lines.some(({ sharedWith }) => audienceOf(relation) === sharedWith))
}
const isDeclined = ({ declinedBy: refusals }: ConsentLine): boolean => refusals.length > 0
const audienceOf = (relation: Relation) =>
  FAMILY.includes(relation) ? 'guardians' : relation === 'class-teacher' ? 'class-teacher' : 'none'

type Told = Receiver & Pick<StageFields, 'toldTopics' | 'exceptionGround'>

/** Whom it goes to and on which ground, by the same rule as a call (S39). */
export function receiverOf(ctx: WriteContext, studentId: string, told: Told): Receiver & Pick<Told, 'exceptionGround'> {
  const person = told.personId === null ? null : personOf(ctx, studentId, told.personId)
  const receiver = person?.name ?? told.receiver
  const relation = person?.relation ?? told.relation
  if (relation === null || (receiver === '' && relation !== 'student'))
    throw new AppError('invalid', { field: 'fields.receiver', reason: 'no-receiver' })
  if (relation !== 'student' && told.toldTopics.length === 0)
    throw new AppError('invalid', { field: 'fields.toldTopics', reason: 'no-topic' })
  const mayKnow = declinedBy(ctx, studentId).includes(relation) ? [] : (person?.mayKnow ?? [])
  const beyond = toldBeyond(relation, mayKnow, told.toldTopics)
  if (beyond.length > 0 && told.exceptionGround === null)
    throw new AppError('invalid', { field: 'fields.exceptionGround', reason: 'beyond-agreed' })
  return {
    personId: person?.id ?? null,
    receiver,
    relation,
    exceptionGround: beyond.length > 0 ? told.exceptionGround : null,
  }
}
