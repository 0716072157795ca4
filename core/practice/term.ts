import { addDays, localOf } from '#contract/calendar'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import type { StudentFields } from '#contract/students'
import type { Language } from '#contract/vault'
import { equipTests } from './equip-tests.ts'
import { ALIAS_VISITOR, nameIn, SCHOOL } from './people.ts'
import { practiceRoster } from './roster.ts'
import { practiceClasses, practiceSchool } from './school.ts'
import { stories } from './stories/all.ts'
import type { Story } from './story.ts'
import { aidDeeds } from './tell-aid.ts'
import { aroundDeeds } from './tell-around.ts'
import { stageDeeds } from './tell-stages.ts'
import { dayEndDeeds } from './tell-days.ts'
import { deedsOf } from './tell.ts'
import { requestDeeds } from './tell-requests.ts'
import { courseDeeds } from './tell-courses.ts'
import { screeningDeeds } from './tell-screening.ts'
import { shiftDeeds } from './tell-shifts.ts'
import { equipHours, weekDeeds } from './tell-week.ts'
import type { Deed, Pupil, Subject, Teller } from './telling.ts'
import { themedStories } from './themed-stories.ts'

/** The clock and ids of the gate that is being filled through; `set` moves its time. */
export type PracticeClock = { todayMs: number; set: (milliseconds: number) => void; newId: () => string }
const CLASS_SIZE = 22

/**
 * Tells a practice vault a term of work, call by call through the gate, the clock moving with every deed. A vault that
 * has students was told before.
 * Anything that would lie after now is left out; bookings ahead stay bookings.
 */
export async function fillPractice(
  call: (path: readonly string[], input: unknown) => Promise<unknown>,
  clock: PracticeClock,
  language: Language,
): Promise<void> {
  const client: ContractRouterClient<Contract> = createORPCClient({ call: (path, input) => call(path, input) })
  const everybody = { text: '', grade: null, className: null, known: false, offset: 0, limit: 1 }
  if ((await client.students.list(everybody)).total > 0) return
  const now = localOf(clock.todayMs)
  const [today, nowAt] = [now.slice(0, 10), now.slice(11)]
  const startsOn = practiceSchool(language, today).terms.at(-1)?.startsOn ?? today
  clock.set(Date.parse(`${addDays(startsOn, -3)}T09:00`))
  const { subjects, pupils } = await settle(client, clock, language, today)
  const { me, school } = await client.settings.workplace({})
  const teller: Teller = {
    client,
    language,
    today,
    nowAt,
    newId: clock.newId,
    receiverId: me.id,
    place: school.roomName,
  }
  await equipTests(teller, addDays(startsOn, -3))
  await equipHours(teller, startsOn)
  const told = [...stories, ...themedStories(today, startsOn)].flatMap((story) => deedsOfStory(teller, story, subjects))
  for (const deed of inOrder(teller, [
    ...told,
    ...screeningDeeds(teller, pupils),
    ...weekDeeds(teller, subjects),
    ...shiftDeeds(teller, startsOn),
    ...courseDeeds(teller, subjects),
    ...aroundDeeds(teller, subjects),
    ...aidDeeds(teller, subjects),
    ...stageDeeds(teller, subjects),
    ...requestDeeds(teller, subjects),
    ...dayEndDeeds(teller),
  ])) {
    clock.set(Date.parse(deed.at))
    await deed.run()
  }
  clock.set(clock.todayMs)
}

/** School, classes and everybody on the roster; gives the students that stories are told about. */
async function settle(
  client: ContractRouterClient<Contract>,
  clock: PracticeClock,
  language: Language,
  today: string,
): Promise<{ subjects: Map<string, Subject>; pupils: Pupil[] }> {
  const requestId = clock.newId
  const roomName = language === 'zh' ? SCHOOL.roomName : 'The quiet room'
  const school = { name: nameIn(language, SCHOOL.name), stage: SCHOOL.stage, roomName, phone: SCHOOL.phone }
  await client.settings.saveSchool({ requestId: requestId(), school })
  await client.settings.saveClasses({ requestId: requestId(), classes: practiceClasses(language, today) })
  const subjects = new Map<string, Subject>()
  const pupils: Pupil[] = []
  const roster = practiceRoster(language, today, CLASS_SIZE)
  for (const [index, { key, fields, guardians }] of roster.entries()) {
    const id = clock.newId()
    await client.students.add({ requestId: requestId(), id, fields, guardians })
    const [mother = '', father = ''] = guardians.map((guardian) => guardian.name)
    pupils.push(pupilOf(key, index, id, fields))
    const asksForDoor = fields.sex === 'male'
    if (key !== null)
      subjects.set(key, { studentId: id, name: fields.name, mother, father, index, crisisId: null, asksForDoor })
  }
  const id = clock.newId()
  const name = ALIAS_VISITOR[language]
  await client.students.add({ requestId: requestId(), id, fields: { kind: 'alias', name }, guardians: [] })
  subjects.set('alias', {
    studentId: id,
    name,
    mother: '',
    father: '',
    index: roster.length,
    crisisId: null,
    asksForDoor: false,
  })
  return { subjects, pupils }
}

const pupilOf = (key: string | null, index: number, studentId: string, fields: StudentFields): Pupil => ({
  key,
  index,
  studentId,
  studentNo: fields.studentNo ?? '',
  name: fields.name,
  gradeNo: fields.gradeNo ?? 7,
  className: fields.className ?? '',
})

function deedsOfStory(teller: Teller, { who, steps }: Story, subjects: ReadonlyMap<string, Subject>): Deed[] {
  const subject = subjects.get(who)
  if (!subject) throw new RangeError(`the roster has no ${who}`)
  return steps.flatMap((step) => deedsOf(teller, subject, step))
}

function inOrder(teller: Teller, all: readonly Deed[]): Deed[] {
  const now = `${teller.today}T${teller.nowAt}`
  return all.filter((deed) => deed.at <= now).sort((a, b) => a.at.localeCompare(b.at))
}
