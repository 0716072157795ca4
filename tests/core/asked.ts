import { randomUUID } from 'node:crypto'
import type { TestContext } from '#tests/context'
import { acceptanceFields, declineFields, stageFields } from '#tests/records'

/** Somebody did not want to come, then did, and is asked for; `words` in every text of it. Whoever waits is taken off the list. */
export async function askFor(
  { client }: Pick<TestContext, 'client'>,
  { studentId, words }: { studentId: string; words: string },
) {
  const said = declineFields({ words, askAgainOn: '2026-11-21' })
  const decline = await client.declines.record({ id: randomUUID(), studentId, fields: said })
  await client.declines.end({ declineId: decline.id, studentId })
  const asked = acceptanceFields({ concern: words, promises: words })
  const acceptance = await client.acceptances.request({ id: randomUUID(), studentId, fields: asked })
  return { decline: decline.id, acceptance: acceptance.id }
}

/** How the student came to a case, what the month brings it, and the summary of its first stage; `words` in every text. */
export async function writeCourse(
  { client }: Pick<TestContext, 'client'>,
  { words, personId, ...ofCase }: { studentId: string; caseId: string; personId: string; words: string },
) {
  const stage = await client.stages.write({
    ...ofCase,
    id: randomUUID(),
    stage: 1,
    fields: stageFields({ text: words, nextSteps: words, familyText: words, personId, exceptionGround: 'law' }),
    isFinished: true,
  })
  await client.conferences.choose({ ...ofCase, choice: 'conference', why: words })
  await client.cases.setEntry({ ...ofCase, fields: { basis: 'brought', note: words } })
  return { stage: stage.id }
}
