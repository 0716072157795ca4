import { randomUUID } from 'node:crypto'
import type { TestContext } from '#tests/context'
import { aidFields, conferenceFields, contactFields, observationFields } from '#tests/records'

/** Hard times at home, and an office that was asked to help and has not answered in time. */
async function askForAid({ client }: Pick<TestContext, 'client'>, studentId: string, words: string): Promise<string> {
  await client.aid.mark({ studentId, fields: { since: '2026-10-08', note: words } })
  const fields = aidFields({ reason: words, told: words })
  const { id } = await client.aid.refer({ id: randomUUID(), studentId, fields })
  const answer = { state: 'waiting', answeredOn: '2026-11-02', outcome: words, answerDue: '2026-11-16' } as const
  await client.aid.answer({ aidId: id, studentId, fields: answer })
  return id
}

/** What those around a student have said and were told, `words` in every text of it. */
export async function writeAround(
  t: Pick<TestContext, 'client'>,
  { studentId, caseId, words }: { studentId: string; caseId: string; words: string },
) {
  const { client } = t
  const person = await client.contacts.addPerson({
    id: randomUUID(),
    studentId,
    fields: { name: '陈女士', relation: 'mother', phone: '16000000003', mayKnow: ['summary'], note: words },
    isConfirmed: true,
  })
  const said = { summary: words, told: words, answer: words, agreed: words, nextTopic: words }
  const contact = await client.contacts.record({
    id: randomUUID(),
    studentId,
    answersId: null,
    fields: contactFields({
      ...said,
      personId: person.id,
      toldTopics: ['summary'],
      awaitsReply: true,
      nextOn: '2026-11-21',
    }),
  })
  const letter = await client.letters.register({
    id: randomUUID(),
    studentId,
    fields: {
      receivedOn: '2026-11-20',
      writer: 'signed',
      summary: words,
      isRisk: false,
      assignedTo: null,
      replyDue: null,
    },
  })
  const fields = observationFields({ text: words, doneAlready: words })
  const observation = await client.observations.register({ id: randomUUID(), studentId, fields })
  const conference = await client.conferences.record({
    id: randomUUID(),
    studentId,
    caseId,
    fields: conferenceFields({ aims: words, course: words, effect: words, agreed: words, inside: words }),
  })
  return {
    person: person.id,
    contact: contact.id,
    letter: letter.id,
    observation: observation.id,
    conference: conference.id,
    aid: await askForAid(t, studentId, words),
  }
}
