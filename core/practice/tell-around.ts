import { addDays } from '#contract/calendar'
import type { ContactKind, MayKnow, Relation, ToldTopic } from '#contract/contact-tables'
import type { ContactFields } from '#contract/contacts'
import { schoolDay } from './school-day.ts'
import type { Both } from './story.ts'
import { CALLS, CONFERENCES, LETTERS, OBSERVATIONS, PERSONS } from './stories/around.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

export type PersonStory = { who: string; ago: number; relation: Relation; mayKnow: MayKnow[]; note?: Both }
export type CallStory = {
  /** Null: somebody who did not say about whom. */
  who: string | null
  ago: number
  at: string
  kind: ContactKind
  with: Relation | Both
  direction?: ContactFields['direction']
  way?: ContactFields['way']
  minutes?: number
  outcome?: ContactFields['outcome']
  summary: Both
  topics?: ToldTopic[]
  told?: Both
  answer?: Both
  agreed?: Both
  awaits?: boolean
  next?: { ago: number; topic: Both }
}
export type LetterStory = {
  who: string | null
  ago: number
  at: string
  isRisk?: boolean
  summary: Both | null
  became?: { ago: number; at: string; state: 'booked' | 'filed' } | { ago: number; at: string; reply: Both }
}
export type ObservationStory = {
  who: string
  ago: number
  at: string
  urgency: 'routine' | 'soon' | 'urgent'
  signs: ('low-mood' | 'withdrawn' | 'conflict' | 'sleepy' | 'distracted' | 'phone' | 'crying')[]
  reporter: Both
  text: Both
  done: Both
  outcome?: { ago: number; at: string; outcome: 'teacher-watches' | 'declined'; note: Both }
}
export type ConferenceStory = {
  who: string
  ago: number
  at: string
  minutes: number
  kind: 'parents' | 'discussion'
  attendees: (readonly [name: 'mother' | 'father' | Both, role: Both])[]
  parts: Partial<Record<'aims' | 'atHome' | 'atSchool' | 'course' | 'effect' | 'agreed' | 'inside', Both>>
  nextAgo?: number
}

/** School days of these last weeks on which the box was opened; one was forgotten. */
const OPENED_DAYS = 17
const FORGOTTEN = 4

/** Letters, calls, what teachers handed in, talks with parents and colleagues. */
export function aroundDeeds(teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] {
  const subjectOf = (who: string): Subject => {
    const subject = subjects.get(who)
    if (!subject) throw new RangeError(`the roster has no ${who}`)
    return subject
  }
  return [
    ...openings(teller),
    ...LETTERS.flatMap((story) => letterDeeds(teller, story.who === null ? null : subjectOf(story.who), story)),
    ...PERSONS.map((story) => personDeed(teller, subjectOf(story.who), story)),
    ...CALLS.map((story) => callDeed(teller, story.who === null ? null : subjectOf(story.who), story)),
    ...OBSERVATIONS.flatMap((story) => observationDeeds(teller, subjectOf(story.who), story)),
    ...CONFERENCES.map((story) => conferenceDeed(teller, subjectOf(story.who), story)),
  ]
}

function openings(teller: Teller): Deed[] {
  const forgotten = schoolDay(teller.today, FORGOTTEN)
  const days = new Set(Array.from({ length: OPENED_DAYS }, (_, i) => schoolDay(teller.today, i + 1)))
  const busy = new Set(LETTERS.map(({ ago }) => schoolDay(teller.today, ago)))
  return [...days]
    .filter((day) => day !== forgotten && !busy.has(day))
    .map((day) => ({
      at: `${day}T07:50`,
      run: () => teller.client.letters.recordOpening({ requestId: teller.newId(), day, count: 0 }),
    }))
}

function letterDeeds(teller: Teller, who: Subject | null, story: LetterStory): Deed[] {
  const { client } = teller
  const letterId = teller.newId()
  const studentId = who?.studentId ?? null
  const { became } = story
  const about = () => ({ requestId: teller.newId(), letterId, studentId })
  const register: Deed = {
    at: wallTime(teller, story),
    run: () =>
      client.letters.register({
        requestId: teller.newId(),
        id: letterId,
        studentId,
        fields: {
          receivedOn: schoolDay(teller.today, story.ago),
          writer: who ? 'signed' : 'anonymous',
          summary: story.summary ? text(teller, story.summary) : '',
          isRisk: story.isRisk ?? false,
          assignedTo: teller.receiverId,
          replyDue: null,
        },
      }),
  }
  if (!became) return [register]
  const at = wallTime(teller, became)
  const came: Deed =
    'reply' in became
      ? { at, run: () => client.letters.answer({ ...about(), reply: text(teller, became.reply), at }) }
      : { at, run: () => client.letters.settle({ ...about(), state: became.state, bookingId: null }) }
  return [register, came, ...(who ? [{ at, run: () => client.letters.notify({ ...about(), at }) }] : [])]
}

/** Brought in from the student's sheet, then checked with what was agreed. */
function personDeed(teller: Teller, who: Subject, story: PersonStory): Deed {
  const { client } = teller
  const { studentId } = who
  return {
    at: wallTime(teller, { ago: story.ago, at: '09:40' }),
    async run() {
      await client.contacts.bringIn(request(teller, studentId))
      const { persons } = await client.contacts.persons({ studentId })
      const person = persons.find(({ relation }) => relation === story.relation)
      if (!person) return
      await client.contacts.changePerson({
        ...request(teller, studentId),
        personId: person.id,
        fields: {
          name: person.name,
          relation: person.relation,
          phone: person.phone,
          mayKnow: story.mayKnow,
          note: story.note ? text(teller, story.note) : '',
        },
        isConfirmed: true,
      })
    },
  }
}

function callDeed(teller: Teller, who: Subject | null, story: CallStory): Deed {
  const { client } = teller
  const say = (both: Both | undefined): string => (both ? text(teller, both) : '')
  const at = wallTime(teller, story)
  return {
    at,
    async run() {
      const persons = who ? (await client.contacts.persons({ studentId: who.studentId })).persons : []
      const isNamed = typeof story.with !== 'string'
      const person = isNamed ? undefined : persons.find(({ relation }) => relation === story.with)
      const relation = typeof story.with === 'string' ? story.with : 'other'
      await client.contacts.record({
        requestId: teller.newId(),
        id: teller.newId(),
        studentId: who?.studentId ?? null,
        answersId: null,
        fields: {
          kind: story.kind,
          at,
          minutes: story.minutes ?? null,
          direction: story.direction ?? 'in',
          way: story.way ?? 'phone',
          outcome: story.outcome ?? 'reached',
          personId: person?.id ?? null,
          name: typeof story.with === 'string' ? nameOf(who, relation) : say(story.with),
          relation,
          summary: say(story.summary),
          toldTopics: story.topics ?? [],
          told: say(story.told),
          exceptionGround: null,
          answer: say(story.answer),
          agreed: say(story.agreed),
          awaitsReply: story.awaits ?? false,
          replyDue: null,
          dueReason: '',
          nextOn: story.next ? addDays(teller.today, -story.next.ago) : null,
          nextTopic: say(story.next?.topic),
          leftAt: null,
          collectedBy: '',
        },
      })
    },
  }
}
const nameOf = (who: Subject | null, relation: Relation): string =>
  relation === 'mother' ? (who?.mother ?? '') : relation === 'father' ? (who?.father ?? '') : ''

function observationDeeds(teller: Teller, who: Subject, story: ObservationStory): Deed[] {
  const { client } = teller
  const observationId = teller.newId()
  const { outcome } = story
  return [
    {
      at: wallTime(teller, story),
      run: () =>
        client.observations.register({
          ...request(teller, who.studentId),
          id: observationId,
          fields: {
            observedOn: schoolDay(teller.today, story.ago),
            reporter: text(teller, story.reporter),
            reporterRole: 'class-teacher',
            signs: story.signs,
            text: text(teller, story.text),
            urgency: story.urgency,
            doneAlready: text(teller, story.done),
          },
        }),
    },
    ...(outcome
      ? [
          {
            at: wallTime(teller, outcome),
            run: () =>
              client.observations.settle({
                ...request(teller, who.studentId),
                observationId,
                outcome: outcome.outcome,
                note: text(teller, outcome.note),
                bookingId: null,
              }),
          },
        ]
      : []),
  ]
}

function conferenceDeed(teller: Teller, who: Subject, story: ConferenceStory): Deed {
  const say = (both: Both | undefined): string => (both ? text(teller, both) : '')
  const held = wallTime(teller, story)
  const { parts } = story
  return {
    at: `${held.slice(0, 11)}18:40`,
    async run() {
      const { openCase } = await teller.client.students.header({ studentId: who.studentId })
      if (!openCase) return
      await teller.client.conferences.record({
        ...request(teller, who.studentId),
        id: teller.newId(),
        caseId: openCase.id,
        fields: {
          kind: story.kind,
          at: held,
          minutes: story.minutes,
          place: teller.place,
          attendees: story.attendees.map(([name, role]) => ({
            name: name === 'mother' ? who.mother : name === 'father' ? who.father : say(name),
            role: say(role),
          })),
          aims: say(parts.aims),
          atHome: say(parts.atHome),
          atSchool: say(parts.atSchool),
          course: say(parts.course),
          effect: say(parts.effect),
          agreed: say(parts.agreed),
          inside: say(parts.inside),
          nextOn: story.nextAgo === undefined ? null : schoolDay(teller.today, story.nextAgo),
        },
      })
    },
  }
}
