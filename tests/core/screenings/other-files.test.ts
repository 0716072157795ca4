import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testContext, type TestContext } from '#tests/context'
import { manyPeople } from '#tests/people'
import { csv, look, takeIn } from './result-samples.ts'
import { roundOf, rosterOf } from './round-samples.ts'

const nameOf = (n: number): string => manyPeople(n).name
const HEAD = '学号,姓名,q1,q2,q3,q4,q5,q6,q7,q8,q9'
const line = (n: number, last: string | number, name = nameOf(n)): string =>
  `${202600000 + n},${name},0,1,0,1,0,1,0,1,${last}`
const entriesOf = async ({ client }: TestContext, roundId: string) =>
  (
    await client.screenings.entries({
      roundId,
      filter: 'all',
      text: '',
      className: null,
      sort: 'class',
      offset: 0,
      limit: 50,
    })
  ).rows
const entryOf = async (context: TestContext, roundId: string, n: number) =>
  (await entriesOf(context, roundId)).find(({ studentNo }) => studentNo === String(202600000 + n))

test('another bureau’s layout: lines above the titles, another order, extra columns, blanks and dashes', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const round = await roundOf(context, 'mht')
  const { mapping, preview } = await takeIn(
    context,
    round,
    csv(
      '2026年秋季心理普查结果,,,,,,,',
      '学校：云杉中学,,,导出时间：2026-11-10,,,,',
      '序号,关注等级,MHT总分,学习焦虑得分,效度量表,测试时间,学生姓名,学籍编码',
      `1,一级,71,12,3,2026/11/3 9:20,${nameOf(1)},202600001`,
      `2,-,12分,-,,2026.11.4,${nameOf(2)},202600002`,
      '合计,,83,,,,,',
    ),
    { flagLevels: ['一级'] },
  )
  expect(mapping).toMatchObject({
    headerRow: 3,
    columns: [null, 'level', 'scale:total', 'scale:study', 'scale:validity', 'testedOn', 'name', 'studentNo'],
  })
  expect(preview).toMatchObject({ rows: 2, importable: 2, errors: [], levels: [{ level: '一级', count: 1 }] })
  expect(await entryOf(context, round.id, 1)).toMatchObject({ score: 71, flagged: true, testedOn: '2026-11-03' })
  expect(await entryOf(context, round.id, 2)).toMatchObject({ score: 12, level: null, flagged: false })
})

test('titles of items in many spellings, and answers in words', async () => {
  const context = testContext()
  await rosterOf(context, 1)
  const round = await roundOf(context, 'phq9')
  const titles = ['第1题', '题2', 'Q3', '4', '第五题', 'PHQ9_6', '7、对事物专注有困难', 'phq9_8', '9']
  const { mapping } = await takeIn(
    context,
    round,
    csv(`编号,姓名,${titles.join(',')}`, `202600001,${nameOf(1)},好几天,0,1,2,几乎每天,,0,0,完全不会`),
  )
  expect(mapping.columns.slice(2)).toEqual(titles.map((_, at) => `item:phq9_${at + 1}`))
  expect(await entryOf(context, round.id, 1)).toMatchObject({ score: 8, urgency: null })
})

test('every row that cannot be taken is named with its reason; the others come in', async () => {
  const context = testContext()
  await rosterOf(context, 6)
  const round = await roundOf(context, 'phq9')
  const { preview } = await look(
    context,
    round,
    csv(
      HEAD,
      line(1, 0),
      line(1, 3),
      line(2, 7),
      line(3, '多'),
      line(999, 0, nameOf(4)),
      `,${nameOf(4)},0,0,0,0,0,0,0,0,0`,
      `202600005,${nameOf(5)},,-,,,,,,,`,
      line(6, 0, '别人'),
    ),
  )
  expect(preview.errors.map(({ row, problem }) => [row, problem])).toEqual([
    [4, 'not-an-option'],
    [5, 'not-an-option'],
    [6, 'unknown-student'],
    [7, 'missing-number'],
    [8, 'empty-row'],
  ])
  expect(preview.duplicates).toMatchObject([{ row: 3, problem: 'double', of: 2 }])
  expect(preview.names).toMatchObject([{ row: 9, nameInFile: '别人', nameInRoster: nameOf(6) }])
  expect(preview).toMatchObject({ rows: 8, importable: 1, fresh: 1 })
})

test('a table of something else is no table of results, and nothing begins', async () => {
  const context = testContext()
  await rosterOf(context, 1)
  const round = await roundOf(context, 'phq9')
  for (const content of [csv('学号,姓名,语文', `202600001,${nameOf(1)},90`), csv('1,2,3', '4,5,6')]) {
    const file = { roundId: round.id, fileName: 'x.csv', content: content.toString('base64') }
    const { fileId, sheets } = await context.client.screenings.inspectFile(file)
    expect(sheets.map(({ mapping }) => mapping)).toEqual([null])
    const mapping = { sheet: sheets[0]!.name, headerRow: 1, columns: ['studentNo', 'name', null] }
    const begun = { roundId: round.id, fileId, mapping, accepted: [] }
    await expect(context.client.screenings.preview(begun)).rejects.toMatchObject({ data: { reason: 'no-results' } })
    await expect(
      context.client.screenings.startImport({ id: randomUUID(), ...begun, flagLevels: [] }),
    ).rejects.toMatchObject({ data: { reason: 'no-results' } })
  }
  const encrypted = Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64')
  await expect(
    context.client.screenings.inspectFile({ roundId: round.id, fileName: 'x.xlsx', content: encrypted }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect((await context.client.screenings.get({ roundId: round.id })).counts.done).toBe(0)
})

test('a corrected row changes the sheet; a task is neither lost nor doubled; what was interpreted stays', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const round = await roundOf(context, 'phq9')
  await takeIn(context, round, csv(HEAD, line(1, 1), line(2, 0)))
  const tasks = async () => (await context.client.assessments.tasks({})).length
  expect(await tasks()).toBe(1)
  const { preview } = await takeIn(context, round, csv(HEAD, line(1, 0), line(2, 2)))
  expect(preview).toMatchObject({ fresh: 0, changed: 2, unchanged: 0 })
  expect(await tasks()).toBe(2)
  expect(await entryOf(context, round.id, 1)).toMatchObject({ score: 4, urgency: null, flagged: true })
  const second = await entryOf(context, round.id, 2)
  expect(second).toMatchObject({ score: 6, flagged: true })
  await context.client.screenings.recordSeen({
    roundId: round.id,
    studentId: second!.studentId,
    seenOn: '2026-11-21',
    outcome: 'watch',
    note: '谈过，目前安全',
  })
  expect(await tasks()).toBe(1)
  await context.client.assessments.interpret({
    assessmentId: second!.assessmentId ?? '',
    studentId: second!.studentId,
    id: randomUUID(),
    text: '情绪平稳',
  })
  const again = await takeIn(context, round, csv(HEAD, line(2, 3)))
  expect(again.preview).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await entryOf(context, round.id, 2)).toMatchObject({ score: 6, seenOn: '2026-11-21' })
  expect(await tasks()).toBe(2)
})

test('a flag set or taken off by hand stays when results come in', async () => {
  const context = testContext()
  const [studentId = ''] = await rosterOf(context, 1)
  const round = await roundOf(context, 'phq9')
  await context.client.screenings.setEntry({ roundId: round.id, studentId, flagged: true, reason: '班主任反映' })
  await takeIn(context, round, csv(HEAD, line(1, 0)))
  expect(await entryOf(context, round.id, 1)).toMatchObject({ flagged: true, state: 'done', reason: '班主任反映' })
})

test('two rounds keep apart, and the same step twice changes nothing', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const [autumn, spring] = [await roundOf(context, 'phq9'), await roundOf(context, 'phq9', { name: '春季' })]
  await takeIn(context, autumn, csv(HEAD, line(1, 0)))
  const { fileId, mapping } = await look(context, spring, csv(HEAD, line(2, 3)))
  const begun = { id: randomUUID(), roundId: spring.id, fileId, mapping, accepted: [], flagLevels: [] }
  const { importId } = await context.client.screenings.startImport(begun)
  const first = await context.client.screenings.proceed({ importId, offset: 0 })
  expect(await context.client.screenings.proceed({ importId, offset: 0 })).toEqual(first)
  expect((await entriesOf(context, autumn.id)).map(({ state }) => state).sort()).toEqual(['done', 'due'])
  expect(await entryOf(context, spring.id, 1)).toMatchObject({ state: 'due', assessmentId: null })
  expect(await entryOf(context, spring.id, 2)).toMatchObject({ urgency: 'same-day', flagged: true })
  expect((await context.client.audit.list({ before: null, limit: 20 })).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['screening.import-started', 'screening.import-proceeded', 'task.raised']),
  )
})

test('a file whose answers count from one is not read a step too high', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const round = await roundOf(context, 'phq9')
  const row = (n: number, ...answers: number[]): string => `${202600000 + n},${nameOf(n)},${answers.join(',')}`
  const shifted = csv(HEAD, row(1, 1, 1, 2, 1, 1, 1, 1, 1, 1), row(2, 4, 3, 2, 1, 1, 2, 3, 1, 1))
  const { preview } = await look(context, round, shifted)
  expect(preview.errors.map(({ problem }) => problem)).toEqual(['counted-from-one', 'counted-from-one'])
  expect([preview.importable, preview.critical]).toEqual([0, 0])
  const plain = csv(HEAD, row(1, 1, 1, 2, 1, 1, 1, 1, 1, 1), row(2, 3, 3, 2, 0, 1, 2, 3, 1, 1))
  expect((await look(context, round, plain)).preview).toMatchObject({ importable: 2, errors: [] })
})

test('a file without names says that numbers alone decide', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const round = await roundOf(context, 'gad7')
  const { preview } = await look(
    context,
    round,
    csv('学号,q1,q2,q3,q4,q5,q6,q7', '202600001,0,1,0,1,0,1,0', '202600002,0,0,0,0,0,0,0'),
  )
  expect(preview).toMatchObject({ importable: 2, unnamed: 2, names: [] })
})

test('a critical question that the file does not have is named, and calls nobody in', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const round = await roundOf(context, 'phq9')
  const eight = csv(
    '学号,姓名,q1,q2,q3,q4,q5,q6,q7,q8',
    `202600001,${nameOf(1)},0,1,0,1,0,1,0,1`,
    `202600002,${nameOf(2)},2,2,2,2,2,2,2,2`,
  )
  const { preview } = await takeIn(context, round, eight)
  expect(preview).toMatchObject({ importable: 2, notAsked: 1 })
  expect(await context.client.assessments.tasks({})).toEqual([])
})
