import { addDays, addMinutes } from '#contract/calendar'
import { schoolDay } from './school-day.ts'
import { drawnPaper } from './drawn-paper.ts'
import type { AttachmentStep, Both, CloseStep, ConsentStep, CrisisStory, ReferralStory, RiskStep } from './story.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

export function consent(teller: Teller, who: Subject, step: ConsentStep): Promise<unknown> {
  const names = { student: who.name, mother: who.mother, father: who.father, guardian: who.mother }
  return teller.client.consents.record({
    ...request(teller, who.studentId),
    id: teller.newId(),
    fields: {
      kind: step.consent,
      textVersion: '1',
      givenOn: schoolDay(teller.today, step.ago),
      signer: step.signer,
      signerName: names[step.signer],
      mode: step.mode ?? 'paper',
      scope: step.scope ? text(teller, step.scope) : '',
      ...(step.answer ? { answer: step.answer } : {}),
      ...(step.sharedWith ? { sharedWith: step.sharedWith } : {}),
      ...(step.untilAgo === undefined ? {} : { validUntil: schoolDay(teller.today, step.untilAgo) }),
    },
  })
}

export const attachment = (teller: Teller, { studentId }: Subject, step: AttachmentStep): Promise<unknown> =>
  teller.client.attachments.add({
    ...request(teller, studentId),
    id: teller.newId(),
    about: 'student',
    aboutId: studentId,
    fields: { name: text(teller, step.name), kind: step.of, note: text(teller, step.note) },
    content: drawnPaper(step.lines),
  })

export const risk = (teller: Teller, who: Subject, step: RiskStep): Promise<unknown> =>
  teller.client.risks.set({
    ...request(teller, who.studentId),
    id: teller.newId(),
    rank: step.rank,
    reason: text(teller, step.reason),
  })

export function crisisDeeds(teller: Teller, who: Subject, step: CrisisStory): Deed[] {
  const { client } = teller
  const crisisId = teller.newId()
  who.crisisId = crisisId
  const day = schoolDay(teller.today, step.ago)
  const about = () => ({ ...request(teller, who.studentId), crisisId })
  const { closed } = step
  const last = step.entries.at(-1)?.at ?? step.at
  const fields = Object.fromEntries(
    Object.entries(step.fields).map(([name, both]: [string, Both]) => [name, text(teller, both)]),
  )
  return [
    { at: `${day}T${step.at}`, run: () => client.crises.open({ ...request(teller, who.studentId), id: crisisId }) },
    ...step.entries.map((entry) => {
      const at = `${day}T${entry.at}`
      const said = text(teller, entry.text)
      return {
        at,
        run: () => client.crises.stamp({ ...about(), id: teller.newId(), step: entry.step, text: said, at }),
      }
    }),
    {
      at: addMinutes(`${day}T${last}`, 25),
      run: () => client.crises.save({ ...about(), fields: { ...fields, rank: step.rank } }),
    },
    ...(closed
      ? [
          {
            at: wallTime(teller, closed),
            run: () =>
              client.crises.close({
                ...about(),
                outcome: closed.outcome,
                closeNote: text(teller, closed.note),
                missingReason: '',
              }),
          },
        ]
      : []),
  ]
}

export function referralDeeds(teller: Teller, who: Subject, step: ReferralStory): Deed[] {
  const { client, today } = teller
  const referralId = teller.newId()
  const referredAt = wallTime(teller, step)
  const { slip } = step
  const say = (both: Both): string => text(teller, both)
  const deeds: Deed[] = [
    {
      at: referredAt,
      run: () =>
        client.referrals.refer({
          ...request(teller, who.studentId),
          id: referralId,
          crisisId: step.urgency === 'urgent' ? who.crisisId : null,
          fields: {
            kind: step.way,
            urgency: step.urgency,
            reason: say(step.reason),
            doneSoFar: say(step.doneSoFar),
            options: step.options.map(say),
            choice: say(step.choice),
            institutionKind: step.institutionKind,
            institution: say(step.institution),
            department: say(step.department),
            clientView: say(step.clientView),
            guardianAnswer: step.guardianAnswer,
            guardianInformedAt: referredAt,
            guardianName: who.mother,
            guardianWords: say(step.guardianWords),
            referredAt,
            returnDue: addDays(referredAt.slice(0, 10), step.dueAfter),
          },
        }),
    },
  ]
  if (slip) {
    const returnedOn = schoolDay(today, slip.ago)
    deeds.push({
      at: `${returnedOn}T09:40`,
      run: () =>
        client.referrals.recordReturn({
          ...request(teller, who.studentId),
          referralId,
          slip: {
            returnedOn,
            seenOn: referredAt.slice(0, 10),
            broughtBy: say(slip.broughtBy),
            advice: slip.advice,
            words: say(slip.words),
            nextCheckOn: slip.nextCheckAgo === null ? null : schoolDay(today, slip.nextCheckAgo),
          },
        }),
    })
  }
  return deeds
}

export async function close(teller: Teller, who: Subject, step: CloseStep): Promise<void> {
  const { openCase } = await teller.client.students.header({ studentId: who.studentId })
  if (!openCase) return
  await teller.client.cases.close({
    ...request(teller, who.studentId),
    caseId: openCase.id,
    reason: step.reason,
    closeNote: text(teller, step.note),
    advice: text(teller, step.advice),
  })
}
