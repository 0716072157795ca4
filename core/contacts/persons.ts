import type { Relation } from '#contract/contact-tables'
import type { KnownPerson, PersonFields, SupportPerson } from '#contract/contacts'
import { AppError } from '#contract/errors'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { stampRevisions } from '#db/repos/revisions'
import { findStudent } from '#db/repos/students'
import { findPersons, insertPerson, removePerson, updatePerson } from '#db/repos/support-persons'

type Ctx = ReadContext | WriteContext

/** The persons of a student, and those whom the sheet names besides. */
export function personsOf(ctx: Ctx, studentId: string): { persons: SupportPerson[]; known: KnownPerson[] } {
  const persons = findPersons(ctx.db, studentId)
  const { guardians, headTeacher } = found(findStudent(ctx.db, studentId), 'studentId')
  const known: KnownPerson[] = [
    ...guardians.map(({ name, relation, phone }) => ({ name, phone, relation: relationOf(relation) })),
    ...(headTeacher ? [{ name: headTeacher, phone: '', relation: 'class-teacher' as const }] : []),
  ]
  const isNew = ({ name }: KnownPerson): boolean => name !== '' && !persons.some((person) => person.name === name)
  return { persons, known: known.filter(isNew) }
}

const RELATION_WORDS: readonly [RegExp, Exclude<Relation, 'student'>][] = [
  [/^(母亲|妈妈|mother|mum|mom)$/iu, 'mother'],
  [/^(父亲|爸爸|father|dad)$/iu, 'father'],
]
/** Whoever stands on the sheet and is no parent is called a guardian. */
const relationOf = (words: string): KnownPerson['relation'] =>
  RELATION_WORDS.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? 'guardian'

export function addPerson(
  ctx: WriteContext,
  { id, studentId, fields, isConfirmed }: { id: string; studentId: string; fields: PersonFields; isConfirmed: boolean },
): SupportPerson {
  insertPerson(ctx.db, { ...checked(fields), ...confirmation(ctx, isConfirmed), id, studentId, enteredAt: ctx.now() })
  return saved(ctx, studentId, id, isConfirmed)
}

export function changePerson(
  ctx: WriteContext,
  {
    personId,
    studentId,
    fields,
    isConfirmed,
  }: { personId: string; studentId: string; fields: PersonFields; isConfirmed: boolean },
): SupportPerson {
  const before = personOf(ctx, studentId, personId)
  const kept =
    isConfirmed && before.confirmedAt !== null && before.phone === fields.phone && before.name === fields.name
  updatePerson(ctx.db, personId, {
    ...checked(fields),
    ...confirmation(ctx, isConfirmed),
    ...(kept && { confirmedAt: before.confirmedAt }),
  })
  return saved(ctx, studentId, personId, isConfirmed)
}

export function dropPerson(ctx: WriteContext, studentId: string, personId: string, reason: string): { ok: true } {
  personOf(ctx, studentId, personId)
  removePerson(ctx.db, personId, ctx.now())
  stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
  ctx.audit('person.removed', { subjectId: personId, studentId })
  return { ok: true }
}

/** With nothing agreed and nothing confirmed: that is for the counselor of the case to say. */
export function bringIn(ctx: WriteContext, studentId: string): { added: number } {
  const { known } = personsOf(ctx, studentId)
  for (const person of known) {
    const fields = { ...person, mayKnow: [], note: '' }
    addPerson(ctx, { id: ctx.newId(), studentId, fields, isConfirmed: false })
  }
  return { added: known.length }
}

export const personOf = (ctx: Ctx, studentId: string, personId: string): SupportPerson =>
  found(
    findPersons(ctx.db, studentId).find(({ id }) => id === personId),
    'personId',
  )

/** Nothing is nothing. */
function checked(fields: PersonFields): PersonFields {
  const mayKnow = [...new Set(fields.mayKnow)]
  if (mayKnow.includes('nothing') && mayKnow.length > 1)
    throw new AppError('invalid', { field: 'fields.mayKnow', reason: 'nothing-and-more' })
  return { ...fields, mayKnow }
}

const confirmation = (ctx: WriteContext, isConfirmed: boolean) => ({
  confirmedAt: isConfirmed ? ctx.now() : null,
  confirmedBy: isConfirmed ? ctx.me.id : null,
})

function saved(ctx: WriteContext, studentId: string, id: string, isConfirmed: boolean): SupportPerson {
  ctx.audit(isConfirmed ? 'person.confirmed' : 'person.saved', { subjectId: id, studentId })
  return personOf(ctx, studentId, id)
}
