import { randomUUID } from 'node:crypto'
import type { Answers } from '#contract/results'
import { practiceRoundFile } from '#core/practice/ten-years-tests'
import type { Side } from './gate-lines.ts'
import { timePair } from './measure.ts'
import { line, type Line } from './table.ts'

const IMPORTED = 500
const PAGE = { text: '', className: null, sort: 'urgency', offset: 0, limit: 50 } as const

/** Lines about psychological tests. DESIGN.md §6 names no numbers for them: these are our own. */
export async function testLines(sides: readonly [Side, Side]): Promise<Line[]> {
  const { client } = sides[0]
  const rounds = await client.screenings.list({})
  const largest = rounds.toSorted((a, b) => b.counts.due - a.counts.due)[0]
  const all = { state: null, offset: 0, limit: 200 } as const
  const tested = (await client.assessments.list({ ...all, instrumentId: 'phq9' })).rows.map(
    ({ studentId }) => studentId,
  )
  if (!largest || tested.length === 0) throw new Error('the ten-year school has no tests')
  return [
    ours(
      'tests of the room, page of 50',
      10,
      await timePair(sides, 200, (side, i) =>
        side.client.assessments.list({ ...all, instrumentId: null, offset: 50 * (i % 40), limit: 50 }),
      ),
    ),
    ours(
      'one student’s course',
      10,
      await timePair(sides, 200, (side, i) =>
        side.client.assessments.course({ studentId: tested[i % tested.length]!, instrumentId: 'phq9' }),
      ),
    ),
    ours(
      `round of ${largest.counts.due}: 50 by urgency`,
      30,
      await timePair(sides, 100, (side, i) =>
        side.client.screenings.entries({ roundId: largest.id, filter: 'all', ...PAGE, offset: 50 * (i % 4) }),
      ),
    ),
    ours('screening import of 500 rows', 1000, await timeImports(sides)),
  ]
}

const ours = (what: string, atMost: number, pair: Parameters<typeof line>[2]): Line =>
  line(`${what} (our own target)`, atMost, pair)

/** Each time into a round of its own: checked, begun, taken in. The round itself and the file are there before. */
async function timeImports(sides: readonly [Side, Side]) {
  const everybody = { text: '', grade: null, className: null, known: false, limit: 100 }
  const pages = await Promise.all(
    [0, 1, 2, 3, 4].map((n) => sides[0].client.students.list({ ...everybody, offset: 100 * n })),
  )
  const pupils = pages
    .flatMap(({ rows }) => rows)
    .slice(0, IMPORTED)
    .map(({ id, name, studentNo }) => ({ id, name, studentNo: studentNo ?? '' }))
  const answers: Answers = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`phq9_${i + 1}`, i < 4 ? 1 : 0]))
  const on = '2026-06-01'
  const { workbook, mapping } = practiceRoundFile(pupils, 'phq9', on, () => answers)
  const rounds = new Map<Side, string[]>()
  const TIMES = 6
  for (const side of sides)
    for (let i = 0; i < TIMES + 1; i++) {
      const id = randomUUID()
      rounds.set(side, [...(rounds.get(side) ?? []), id])
      await side.client.screenings.create({
        requestId: randomUUID(),
        id,
        name: `round ${i}`,
        instrumentId: 'phq9',
        scope: { grades: [], classes: ['-'] },
        startsOn: on,
        endsOn: on,
        flagRule: { levels: [], severity: 2 },
        consentBasis: '-',
      })
    }
  return timePair(sides, TIMES, async (side, i) => {
    const { screenings } = side.client
    const [roundId = '', fileId] = [rounds.get(side)?.[i], randomUUID()]
    side.services.openFiles.set(fileId, { fileName: 'results.xlsx', workbook })
    const choice = { roundId, fileId, mapping, accepted: [] }
    const requestId = randomUUID()
    const { importId } = await screenings.startImport({ requestId, id: randomUUID(), ...choice, flagLevels: [] })
    await screenings.proceed({ requestId: randomUUID(), importId, offset: 0 })
    side.services.openFiles.delete(fileId)
  })
}
