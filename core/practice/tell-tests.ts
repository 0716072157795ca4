import { addMinutes } from '#contract/calendar'
import { schoolDay } from './school-day.ts'
import type { TestStep } from './story.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

const MINUTES = 6

/** Begun, filled in, and what came of it: asked in person, interpreted, told to the student. */
export function testDeeds(teller: Teller, who: Subject, step: TestStep): Deed[] {
  const { client, today } = teller
  const assessmentId = teller.newId()
  const about = () => ({ ...request(teller, who.studentId), assessmentId })
  const takenOn = schoolDay(today, step.ago)
  const { asked, interpreted, fedBack } = step
  const filledIn = async () => ({
    answers: await answersOf(teller, step),
    details: {},
  })
  const deeds: Deed[] = [
    {
      at: wallTime(teller, step),
      run: () =>
        client.assessments.begin({
          ...request(teller, who.studentId),
          id: assessmentId,
          instrumentId: step.instrument,
          mode: step.mode,
          purpose: text(teller, step.purpose),
          explained: true,
          agreed: true,
          overFourteen: false,
          urgent: step.urgent ?? false,
        }),
    },
    {
      at: addMinutes(`${takenOn}T${step.at}`, MINUTES),
      async run() {
        const sheet = { ...about(), ...(await filledIn()) }
        await (step.left === 'paused'
          ? client.assessments.answer(sheet)
          : client.assessments.finish({ ...sheet, takenOn }))
      },
    },
  ]
  if (asked)
    deeds.push({
      at: wallTime(teller, asked),
      async run() {
        const { assessment } = await client.assessments.get({ assessmentId })
        const { ago, outcome, note } = asked
        for (const { id: taskId } of assessment.tasks)
          await client.assessments.closeTask({
            ...request(teller, who.studentId),
            taskId,
            seenOn: schoolDay(today, ago),
            outcome,
            note: text(teller, note),
          })
      },
    })
  if (interpreted)
    deeds.push({
      at: wallTime(teller, interpreted),
      run: () => client.assessments.interpret({ ...about(), id: teller.newId(), text: text(teller, interpreted.text) }),
    })
  if (fedBack)
    deeds.push({
      at: wallTime(teller, fedBack),
      run: () => client.assessments.feedBack({ ...about(), on: schoolDay(today, fedBack.ago), to: fedBack.to }),
    })
  return deeds
}

async function answersOf({ client }: Teller, { instrument, answers }: TestStep): Promise<Record<string, number>> {
  const { file } = await client.instruments.get({ instrumentId: instrument })
  const lines = file.kind === 'score-entry' ? file.scales : file.items
  return Object.fromEntries(
    lines.flatMap(({ id }, i) => {
      const answer = answers[i] ?? null
      return answer === null ? [] : [[id, answer] as const]
    }),
  )
}
