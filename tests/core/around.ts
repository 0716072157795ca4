import { randomUUID } from 'node:crypto'
import type { TestContext } from '#tests/context'
import { conferenceFields, contactFields, observationFields } from '#tests/records'

/** What those around a student have said and were told, `words` in every text of it. */
export async function writeAround(
  { client }: Pick<TestContext, 'client'>,
  { studentId, caseId, words }: { studentId: string; caseId: string; words: string },
) {
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
  }
}
