import { randomUUID } from 'node:crypto'
import type { Round, RoundScope } from '#contract/screenings'
import type { TestContext } from '#tests/context'
import { manyPeople } from '#tests/people'

export const AUTUMN_ROUND = {
  name: '秋季心理普查',
  startsOn: '2026-10-19',
  endsOn: '2026-11-30',
  scope: { grades: [], classes: [] } as RoundScope,
  flagRule: { levels: ['红', '橙'], severity: 3 },
  consentBasis: '家长告知书（九月收回）',
}

/** Students of two classes, numbered one after the other. */
export async function rosterOf({ client }: TestContext, count: number, from = 1): Promise<string[]> {
  const ids: string[] = []
  for (let n = from; n < from + count; n++) {
    const id = randomUUID()
    const gradeNo = n % 2 === 0 ? 8 : 7
    const place = { gradeNo, classNo: 1, grade: gradeNo === 7 ? '七年级' : '八年级' }
    const { name } = manyPeople(n)
    const fields = {
      kind: 'roster' as const,
      name,
      studentNo: String(202600000 + n),
      className: gradeNo === 7 ? '七(1)班' : '八(1)班',
      ...place,
    }
    await client.students.add({ id, fields, guardians: [] })
    ids.push(id)
  }
  return ids
}

export async function mayGive({ client, me }: TestContext, instrumentId: string): Promise<void> {
  const { summary } = await client.instruments.get({ instrumentId })
  if (summary.competence !== null) return
  await client.instruments.recordCompetence({
    instrumentId,
    userId: me.id,
    basis: '市级心理测评培训合格证',
    recordedOn: '2026-09-01',
  })
}

type RoundChange = Partial<typeof AUTUMN_ROUND>
export async function roundOf(context: TestContext, instrumentId: string, change: RoundChange = {}): Promise<Round> {
  await mayGive(context, instrumentId)
  return context.client.screenings.create({ id: randomUUID(), instrumentId, ...AUTUMN_ROUND, ...change })
}
