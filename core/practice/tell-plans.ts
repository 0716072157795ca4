import { emptyIntake, NOT_ASKED } from '#contract/intake-parts'
import { schoolDay } from './school-day.ts'
import type { IntakeStep, MarkStep, PlanStep, ReviewStep } from './story.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

/** The same goal through all versions of a plan; `key` is how the story calls it. */
function rootOf(teller: Teller, who: Subject, key: string): string {
  who.goals ??= new Map()
  const root = who.goals.get(key) ?? teller.newId()
  who.goals.set(key, root)
  return root
}

async function caseOf({ client }: Teller, { studentId }: Subject): Promise<{ studentId: string; caseId: string }> {
  const { openCase } = await client.students.header({ studentId })
  if (!openCase) throw new RangeError('there is no open case to plan')
  return { studentId, caseId: openCase.id }
}

export function intakeDeed(teller: Teller, who: Subject, step: IntakeStep): Deed {
  const { client, today } = teller
  const body = {
    ...emptyIntake(schoolDay(today, step.ago)),
    ...Object.fromEntries(Object.entries(step.texts).map(([part, both]) => [part, text(teller, both)])),
    methods: step.methods,
    riskScreen: Object.fromEntries(
      Object.keys(NOT_ASKED).map((question) => [
        question,
        { answer: 'no', words: question === 'self' ? text(teller, step.safety.self) : '' },
      ]),
    ) as typeof NOT_ASKED,
  }
  return {
    at: wallTime(teller, step),
    async run() {
      const about = await caseOf(teller, who)
      await client.intakes.save({ ...about, requestId: teller.newId(), version: 0, body })
      await client.intakes.finish({ ...about, requestId: teller.newId(), version: 1 })
    },
  }
}

/** Drafted and agreed at once. */
export function planDeed(teller: Teller, who: Subject, step: PlanStep): Deed {
  const { client, today } = teller
  return {
    at: wallTime(teller, step),
    async run() {
      const about = await caseOf(teller, who)
      const { id, edits } = await client.plans.draft({ ...about, requestId: teller.newId(), id: teller.newId() })
      const ofPlan = { ...request(teller, who.studentId), planId: id }
      const saved = await client.plans.save({
        ...ofPlan,
        edits,
        body: {
          service: step.contents ? 'career' : 'psychological',
          contents: step.contents ?? [],
          goals: step.goals.map((goal) => ({
            rootId: rootOf(teller, who, goal.key),
            text: text(teller, goal.text),
            sign: text(teller, goal.sign),
          })),
          methods: text(teller, step.methods),
          steps: text(teller, step.steps),
          schedule: text(teller, step.schedule),
          specialMethod: '',
          reviewDays: null,
          why: step.why ? text(teller, step.why) : '',
        },
      })
      await client.plans.activate({
        ...ofPlan,
        requestId: teller.newId(),
        edits: saved.edits,
        agreedOn: schoolDay(today, step.ago),
      })
    },
  }
}

/** At the visit of that day. */
export function markDeed(teller: Teller, who: Subject, step: MarkStep): Deed {
  const { client, today } = teller
  return {
    at: wallTime(teller, step),
    async run() {
      const visits = await client.visits.listByDay({ day: schoolDay(today, step.ago) })
      const visit = visits.find(({ studentId, arrivedAt }) => studentId === who.studentId && arrivedAt !== null)
      if (!visit) throw new RangeError('there was no visit on that day')
      await client.plans.mark({
        ...request(teller, who.studentId),
        id: teller.newId(),
        visitId: visit.id,
        rootId: rootOf(teller, who, step.goal),
        score: step.score,
        words: text(teller, step.words),
      })
    },
  }
}

export function reviewDeed(teller: Teller, who: Subject, step: ReviewStep): Deed {
  const { client, today } = teller
  return {
    at: wallTime(teller, step),
    async run() {
      await client.reviews.record({
        ...(await caseOf(teller, who)),
        requestId: teller.newId(),
        id: teller.newId(),
        fields: {
          onDay: schoolDay(today, step.ago),
          goals: Object.entries(step.standings).map(([key, standing]) => ({
            rootId: rootOf(teller, who, key),
            standing,
            words: '',
          })),
          satisfaction: step.satisfaction,
          satisfactionWords: text(teller, step.satisfactionWords),
          tool: text(teller, step.tool),
          dependence: 'none',
          decision: step.decision,
          note: text(teller, step.note),
          nextOn: null,
        },
      })
    },
  }
}
