import { addDays, addMinutes } from '#contract/calendar'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { NoteBody } from '#contract/notes'
import { schoolDay } from './school-day.ts'
import type { Both, BookingStep, NoteTexts, VisitStep } from './story.ts'
import { type Deed, request, type Subject, type Teller, text } from './telling.ts'

const noteOf = (teller: Teller, texts: NoteTexts): NoteBody => ({
  ...EMPTY_NOTE,
  ...Object.fromEntries(Object.entries(texts).map(([part, both]) => [part, text(teller, both)])),
})

export function visitDeeds(teller: Teller, who: Subject, step: VisitStep): Deed[] {
  const { client } = teller
  const visitId = teller.newId()
  const day = schoolDay(teller.today, step.ago)
  const arrivedAt = `${day}T${step.at}`
  const endedAt = addMinutes(`${day}T${step.at}`, step.minutes)
  const isDraft = step.left === 'draft'
  let noteId = ''
  const deeds: Deed[] = [
    {
      at: arrivedAt,
      run: () =>
        client.visits.register({
          ...request(teller, who.studentId),
          id: visitId,
          fields: {
            ...visitBasics(teller, step),
            primaryProblem: step.problem,
            otherProblems: step.others ?? [],
            bookedFor: null,
            arrivedAt,
            endedAt: null,
            doorOpen: who.asksForDoor && (step.visitor ?? 'student') === 'student' ? true : null,
          },
        }),
    },
    { at: endedAt, run: () => client.visits.end({ ...request(teller, who.studentId), visitId, at: endedAt }) },
    {
      at: addMinutes(`${day}T${step.at}`, step.minutes + (isDraft ? 25 : 12)),
      async run() {
        const note = { ...request(teller, who.studentId), visitId, version: 0, body: noteOf(teller, step.note) }
        noteId = (await client.notes.save(note)).id
      },
    },
  ]
  if (!isDraft)
    deeds.push({
      at: addMinutes(`${day}T${step.at}`, step.minutes + 20),
      run: () => client.notes.sign({ ...request(teller, who.studentId), visitId, version: 1 }),
    })
  const { addendum } = step
  if (addendum)
    deeds.push({
      at: `${addDays(day, 1)}T10:05`,
      run: () =>
        client.notes.append({
          ...request(teller, who.studentId),
          id: teller.newId(),
          noteId,
          text: text(teller, addendum),
        }),
    })
  return deeds
}

const visitBasics = (teller: Teller, step: VisitStep | BookingStep) => ({
  channel: step.channel ?? ('in-person' as const),
  source: step.source ?? ('self' as const),
  visitor: step.visitor ?? ('student' as const),
  place: step.channel === 'phone' ? '' : teller.place,
  receiverId: teller.receiverId,
  request: text(teller, step.request),
})

/** Kept where a time lies outside the hours. */
const ONLY_THEN: Both = ['学生只有这个时间有空', 'The only time the student has']

/** Bookings are made the day before, at the latest yesterday; somebody who is due to sit here now has come two minutes early. */
export function bookingDeeds(teller: Teller, who: Subject, step: BookingStep): Deed[] {
  const { client, today } = teller
  const visitId = teller.newId()
  const day = schoolDay(today, step.ago)
  const here = step.became === 'arrived' ? arrival(teller, step.at) : null
  const bookedFor = here?.bookedFor ?? `${day}T${step.at}`
  const bookedOn = schoolDay(today, Math.max(1, step.ago + 1))
  const register: Deed = {
    at: addMinutes(`${bookedOn}T13:02`, (who.index * 7) % 40),
    run: () =>
      client.appointments.book({
        ...request(teller, who.studentId),
        id: visitId,
        fields: {
          ...visitBasics(teller, step),
          primaryProblem: step.problem,
          otherProblems: [],
          bookedFor,
          arrivedAt: null,
          endedAt: null,
          doorOpen: null,
        },
        until: addMinutes(bookedFor, step.minutes ?? 50),
        overReason: text(teller, ONLY_THEN),
        repeat: null,
        waitId: null,
      }),
  }
  if (step.became === 'no-show' || step.became === 'cancelled') {
    const cancelled = { ...request(teller, who.studentId), visitId, state: step.became, reason: '' }
    return [
      register,
      {
        at: addMinutes(`${day}T${step.at}`, 20),
        run: () => client.visits.cancel({ ...cancelled, requestId: teller.newId() }),
      },
    ]
  }
  if (here === null) return [register]
  const at = here.arrivedAt
  return [
    register,
    { at, run: () => client.visits.arrive({ ...request(teller, who.studentId), visitId, at }) },
    {
      at: addMinutes(at, 1),
      run: () =>
        client.notes.save({
          ...request(teller, who.studentId),
          visitId,
          version: 0,
          body: noteOf(teller, step.note ?? {}),
        }),
    },
  ]
}

/** At noon or later the booking stands as told; in the morning it is a little while ago; at night nobody has come yet. */
function arrival({ today, nowAt }: Teller, at: string): { bookedFor: string; arrivedAt: string } | null {
  const [now, told] = [`${today}T${nowAt}`, `${today}T${at}`]
  if (now > addMinutes(told, 5)) return { bookedFor: told, arrivedAt: addMinutes(told, -2) }
  if (nowAt < '07:40') return null
  const bookedFor = `${addMinutes(now, -15).slice(0, -1)}0`
  return { bookedFor, arrivedAt: addMinutes(bookedFor, -2) }
}
