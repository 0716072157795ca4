import type { Relation } from '#contract/contact-tables'
import { toldBeyond } from '#contract/contact-rules'
import type { SupportPerson } from '#contract/contacts'
import type { GoalCourse } from '#contract/plans'
import type { Stage, StageFields } from '#contract/stages'

export const fieldsOfStage = (one: Stage): StageFields => ({
  text: one.text,
  nextSteps: one.nextSteps,
  familyText: one.familyText,
  toldTopics: one.toldTopics,
  personId: one.personId,
  receiver: one.receiver,
  relation: one.relation,
  exceptionGround: one.exceptionGround,
})

export type Around = { persons: readonly SupportPerson[]; declined: readonly Relation[] }
/** What no agreement covers; a consent that declines sharing stands above what was agreed. */
export function beyondOf(
  { personId, relation, toldTopics }: Pick<StageFields, 'personId' | 'relation' | 'toldTopics'>,
  { persons, declined }: Around,
) {
  if (relation === null) return []
  const mayKnow = declined.includes(relation) ? [] : (persons.find(({ id }) => id === personId)?.mayKnow ?? [])
  return toldBeyond(relation, mayKnow, toldTopics)
}

/** What is still missing before it can be called finished. */
export function lackOf(fields: StageFields, isBeyond: boolean): 'text' | 'receiver' | 'topic' | 'ground' | null {
  if (fields.text.trim() === '') return 'text'
  if (fields.familyText.trim() === '') return null
  const { relation, receiver } = fields
  if (relation === null || (receiver.trim() === '' && relation !== 'student')) return 'receiver'
  if (relation !== 'student' && fields.toldTopics.length === 0) return 'topic'
  return isBeyond && fields.exceptionGround === null ? 'ground' : null
}

/** A first line for every goal, with how far it has come. */
export const linesOfGoals = (goals: readonly GoalCourse[]): string =>
  goals
    .map(({ text, marks }, index) => {
      const scores = marks.map(({ score }) => score).join(' → ')
      return `${index + 1}. ${text}${scores && ` (${scores})`}`
    })
    .join('\n')
