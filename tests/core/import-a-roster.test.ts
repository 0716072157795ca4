import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SchoolClass } from '#contract/settings'
import { testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { person } from '#tests/people'
import { walkIn } from '#tests/records'
import { classesOf, expectedOf, sampleBytes } from './roster-samples.ts'

const child = person('li-ruoxi').name
const other = person('zhao-kexin').name

const MESSY = 'roster-messy.xlsx'
const messyClasses = classesOf(expectedOf(MESSY))

async function inspect({ client }: TestContext, content: Buffer, fileName = MESSY) {
  const { fileId, sheets } = await client.imports.inspect({ fileName, content: content.toString('base64') })
  return { fileId, sheets, mappings: sheets.map(({ mapping }) => mapping) }
}

/** From the file to the last row, as the wizard does it. */
async function importFile(context: TestContext, content: Buffer, classes: SchoolClass[] | null) {
  const { fileId, mappings } = await inspect(context, content)
  const { importId, rows } = await context.client.imports.start({ id: randomUUID(), fileId, mappings, classes })
  let at = { done: 0, rows, finished: false }
  while (!at.finished) at = await context.client.imports.proceed({ importId, offset: at.done })
  return importId
}

const everybody = async ({ client }: TestContext, text = '') =>
  client.students.list({ text, grade: null, className: null, known: false, offset: 0, limit: 200 })

const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'))

test('a roster is taken in, listed and found by number', async () => {
  const context = testContext()
  const importId = await importFile(context, sampleBytes(MESSY), messyClasses)
  const { total, grades } = await everybody(context)
  expect(total).toBe(360)
  expect(grades.map(({ grade, classes }) => [grade, classes.length])).toEqual([
    ['七年级', 10],
    ['八年级', 10],
    ['九年级', 10],
  ])
  const [found] = await context.client.students.find({ text: '202604007', limit: 5 })
  expect(found).toMatchObject({ name: '阿依努尔·吐尔地', className: '七(4)班' })
  expect(await context.client.imports.list({})).toMatchObject([
    { id: importId, added: 360, updated: 0, skipped: 20, finished: true, undoneAt: null },
  ])
})

test('the same file again changes nothing, and a newer one updates instead of doubling', async () => {
  const context = testContext()
  await importFile(context, sampleBytes(MESSY), messyClasses)
  await importFile(context, sampleBytes(MESSY), null)
  const [again] = await context.client.imports.list({})
  expect(again).toMatchObject({ added: 0, updated: 0 })
  await importFile(
    context,
    csv('学号,姓名,性别,班级,家长姓名,家长电话', '202604007,阿依努尔·吐尔地,女,八(4)班,古丽娜尔·库尔班,16412885555'),
    null,
  )
  expect((await everybody(context)).total).toBe(360)
  const [hit] = await context.client.students.find({ text: '202604007', limit: 5 })
  const { student } = await context.client.students.header({ studentId: hit!.id })
  expect(student).toMatchObject({ className: '八(4)班', gradeNo: 8, birthDate: '2013-09-29', boarding: true })
  expect(student.guardians.map(({ name }) => name)).toEqual(['麦迪娜·买买提', '古丽娜尔·库尔班'])
})

test('the preview says beforehand what will be new, changed and the same', async () => {
  const context = testContext()
  await importFile(context, sampleBytes(MESSY), messyClasses)
  const { fileId, mappings } = await inspect(
    context,
    csv(
      '学号,姓名,班级',
      '202604007,阿依努尔·吐尔地,七(4)班',
      '202606005,葛若诺,七(7)班',
      `202699001,${child},七(1)班`,
      `202699002,${other},七(15)班`,
    ),
  )
  const preview = await context.client.imports.preview({ fileId, mappings, classes: null })
  expect(preview).toMatchObject({ rows: 4, importable: 3, added: 1, updated: 1, unchanged: 1 })
  expect(preview.errors).toMatchObject([{ row: 5, reason: 'unknown-class', value: '七(15)班' }])
  expect(preview.classes.find(({ classNo }) => classNo === 15)).toMatchObject({ known: false, count: 1 })
})

test('in a new vault the file proposes the classes and every row can be taken', async () => {
  const context = testContext()
  await context.client.settings.saveClasses({ classes: [] })
  const { fileId, mappings } = await inspect(context, sampleBytes(MESSY))
  const preview = await context.client.imports.preview({ fileId, mappings, classes: null })
  expect(preview.errors.some(({ reason }) => reason === 'unknown-class')).toBe(false)
  expect(preview.classes.filter(({ count }) => count > 3).map(({ name }) => name)).toHaveLength(30)
  expect(preview.classes.filter(({ count }) => count === 1).map(({ name }) => name)).toEqual([
    '七(15)班',
    '初四2班',
    '待分班',
  ])
})

test('a number that belongs to another child in the vault is never overwritten', async () => {
  const context = testContext()
  await importFile(context, csv('学号,姓名,出生日期,班级', `2026001,${child},2014-08-03,七(1)班`), null)
  const { fileId, mappings } = await inspect(
    context,
    csv('学号,姓名,出生日期,班级', `2026001,${other},2013-11-02,七(1)班`),
  )
  const preview = await context.client.imports.preview({ fileId, mappings, classes: null })
  expect(preview).toMatchObject({
    importable: 0,
    errors: [{ row: 2, reason: 'student-no-conflict', conflictsWith: null }],
  })
})

test('a corrected name with the same number and birthday is the same child', async () => {
  const context = testContext()
  await importFile(context, csv('学号,姓名,出生日期,班级', `2026001,${child},2014-08-03,七(1)班`), null)
  await importFile(context, csv('学号,姓名,出生日期,班级', `2026001,${child}雯,2014-08-03,七(1)班`), null)
  expect((await everybody(context)).rows.map(({ name }) => name)).toEqual([`${child}雯`])
})

test('without numbers a child is known by name, birthday and class', async () => {
  const context = testContext()
  const list = csv('姓名,性别,生日,班级', `${child},女,2014-08-03,七(1)班`, `${other},女,2013-11-02,七(1)班`)
  await importFile(context, list, null)
  await importFile(context, list, null)
  await importFile(context, csv('学号,姓名,生日,班级', `2026001,${child},2014-08-03,七(1)班`), null)
  expect((await everybody(context)).total).toBe(2)
  expect(await context.client.students.find({ text: '2026001', limit: 5 })).toHaveLength(1)
})

test('undo takes away who was added and gives back what was changed', async () => {
  const context = testContext()
  await importFile(
    context,
    csv('学号,姓名,出生日期,班级,联系电话', `2026001,${child},2014-08-03,七(1)班,16499544193`),
    null,
  )
  const before = (await everybody(context)).rows[0]!
  const importId = await importFile(
    context,
    csv('学号,姓名,班级,联系电话', `2026001,${child},七(2)班,16015803146`, `2026002,${other},七(2)班,`),
    null,
  )
  expect(await context.client.imports.undo({ importId })).toEqual({ removed: 1, restored: 1, kept: 0 })
  expect((await everybody(context)).rows).toEqual([before])
  const { student } = await context.client.students.header({ studentId: before.id })
  expect(student).toMatchObject({ className: '七(1)班', phone: '16499544193' })
  await expect(context.client.imports.undo({ importId })).rejects.toMatchObject({ code: 'conflict' })
})

test('undo keeps a child with records, and what was changed by hand since', async () => {
  const context = testContext()
  const importId = await importFile(
    context,
    csv('学号,姓名,班级', `2026001,${child},七(1)班`, `2026002,${other},七(1)班`),
    null,
  )
  const [visitor] = await context.client.students.find({ text: child, limit: 1 })
  await context.client.visits.register({ id: randomUUID(), studentId: visitor!.id, fields: walkIn(context.me.id) })
  const [changed] = await context.client.students.find({ text: other, limit: 1 })
  const second = await importFile(
    context,
    csv('学号,姓名,班级', `2026002,${other},七(2)班`, `2026001,${child},七(2)班`),
    null,
  )
  await context.client.students.update({ studentId: changed!.id, fields: { className: '七(3)班', classNo: 3 } })
  expect(await context.client.imports.undo({ importId: second })).toEqual({ removed: 0, restored: 1, kept: 1 })
  expect((await everybody(context, other)).rows[0]).toMatchObject({ className: '七(3)班' })
  expect(await context.client.imports.undo({ importId })).toEqual({ removed: 1, restored: 0, kept: 1 })
  expect((await everybody(context)).rows.map(({ name }) => name)).toEqual([child])
})

test('undo keeps a child for whom a test was begun', async () => {
  const context = testContext()
  const g = giving(context)
  const importId = await importFile(
    context,
    csv('学号,姓名,出生日期,班级', `2026001,${child},2011-08-03,七(1)班`, `2026002,${other},2011-08-04,七(1)班`),
    null,
  )
  await g.mayGive('gad7')
  const [tested] = await context.client.students.find({ text: child, limit: 1 })
  const { id } = await g.begin(tested!.id, 'gad7')
  await context.client.assessments.withdraw({ assessmentId: id, studentId: tested!.id, reason: '改天再做' })
  expect(await context.client.imports.undo({ importId })).toEqual({ removed: 1, restored: 0, kept: 1 })
})

test('undo takes back both rows of a child whom a file names twice, once by each number', async () => {
  const context = testContext()
  const twice = csv(
    '学号,学籍号,姓名,出生日期,班级,联系电话',
    `2026001,,${child},2014-08-03,七(1)班,`,
    `,G320106201408030021,${child},2014-08-03,七(1)班,16499544193`,
  )
  const added = await importFile(context, twice, null)
  expect((await everybody(context)).total).toBe(1)
  expect(await context.client.imports.undo({ importId: added })).toEqual({ removed: 1, restored: 0, kept: 0 })
  expect((await everybody(context)).total).toBe(0)

  await importFile(context, csv('姓名,出生日期,班级', `${child},2014-08-03,七(1)班`), null)
  const before = (await everybody(context)).rows[0]!
  const changed = await importFile(context, twice, null)
  expect(await context.client.imports.undo({ importId: changed })).toEqual({ removed: 0, restored: 2, kept: 0 })
  const { student } = await context.client.students.header({ studentId: before.id })
  expect(student).toMatchObject({ studentNo: null, nationalNo: null, phone: null })
})

test('5,000 rows are taken in step by step; a stopped import goes on where it was or is undone', async () => {
  const context = testContext()
  await context.client.settings.saveSchool({
    school: { name: '云杉市职业技术学院', stage: 'college', roomName: '', phone: '' },
  })
  await context.client.settings.saveClasses({ classes: [] })
  const { fileId, mappings } = await inspect(context, sampleBytes('roster-college.xlsx'), 'roster-college.xlsx')
  const { importId, rows } = await context.client.imports.start({ id: randomUUID(), fileId, mappings, classes: null })
  const first = await context.client.imports.proceed({ importId, offset: 0 })
  expect(await context.client.imports.proceed({ importId, offset: 0 })).toEqual(first)
  expect((await everybody(context)).total).toBe(500)
  await context.client.imports.forget({ fileId })
  let at = first
  while (!at.finished) at = await context.client.imports.proceed({ importId, offset: at.done })
  expect((await everybody(context)).total).toBe(rows)
  expect(await context.client.imports.undo({ importId })).toEqual({ removed: 5000, restored: 0, kept: 0 })
  expect((await everybody(context)).total).toBe(0)
}, 120_000)

test('an import that stopped half way can be undone', async () => {
  const context = testContext()
  const { fileId, mappings } = await inspect(context, sampleBytes('roster-junior-high.xlsx'))
  const { importId } = await context.client.imports.start({ id: randomUUID(), fileId, mappings, classes: messyClasses })
  await context.client.imports.proceed({ importId, offset: 0 })
  expect(await context.client.imports.list({})).toMatchObject([{ added: 500, finished: false }])
  expect(await context.client.imports.undo({ importId })).toMatchObject({ removed: 500 })
  expect(await context.client.imports.proceed({ importId, offset: 500 })).toMatchObject({ done: 500, finished: true })
  expect((await everybody(context)).total).toBe(0)
})

test('people under a 化名 are never recognised by a roster', async () => {
  const context = testContext()
  await context.client.students.add({
    id: randomUUID(),
    fields: { kind: 'alias', name: child, className: '七(1)班' },
    guardians: [],
  })
  await importFile(context, csv('姓名,性别,班级', `${child},女,七(1)班`), null)
  expect((await everybody(context)).rows.map(({ kind }) => kind).sort()).toEqual(['alias', 'roster'])
})

test('a file that is no roster starts nothing', async () => {
  const context = testContext()
  const { fileId, mappings, sheets } = await inspect(
    context,
    csv('年级,男,女,合计', '七年级,53,67,120', '八年级,60,60,120'),
  )
  expect(sheets).toMatchObject([{ skipped: 'not-a-roster', mapping: { use: false } }])
  await expect(
    context.client.imports.start({ id: randomUUID(), fileId, mappings, classes: null }),
  ).rejects.toMatchObject({ code: 'invalid', data: { reason: 'no-roster' } })
})

test('a header row chosen by hand finds its columns again', async () => {
  const context = testContext()
  const { fileId, mappings } = await inspect(context, sampleBytes(MESSY))
  const wrong = mappings.map((mapping, index) =>
    index === 0 ? { ...mapping, headerRow: 5, columns: [] } : { ...mapping, use: false },
  )
  const right = wrong.map((mapping, index) => (index === 0 ? { ...mapping, headerRow: 4 } : mapping))
  const preview = await context.client.imports.preview({ fileId, mappings: right, classes: messyClasses })
  expect(preview.sheets[0]?.mapping.columns).toEqual(mappings[0]?.columns)
  expect(preview.rows).toBe(129)
  await expect(
    context.client.imports.preview({ fileId, mappings: wrong, classes: messyClasses }),
  ).resolves.toBeDefined()
})
