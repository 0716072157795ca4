import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StudentFields } from '#contract/students'
import { testContext, type TestContext } from '#tests/context'
import { walkIn } from '#tests/records'

let t: TestContext
beforeEach(() => {
  t = testContext()
})
const add = (name: string, fields: Partial<StudentFields> = {}) =>
  t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name, ...fields }, guardians: [] })
const find = async (text: string) => (await t.client.students.find({ text, limit: 20 })).map((hit) => hit.name)

describe('finding a student', () => {
  beforeEach(async () => {
    await add('张三', { studentNo: '20260101', gradeNo: 7, classNo: 1, grade: '七年级', className: '七(1)班' })
    await add('张子轩', { studentNo: '20260102', gradeNo: 9, classNo: 4, grade: '九年级', className: '九(4)班' })
    await add('单晓峰', { studentNo: '20260103' })
    await add('曾婉清')
    await add('阿依古丽·买买提')
    await add('钱𬭎')
    await add('吕绿')
    await add('Anna Berger')
  })
  it.each([
    ['张三', '张三'],
    ['zhangsan', '张三'],
    ['zs', '张三'],
    ['ZS', '张三'],
    ['ｚｓ', '张三'],
    ['zhang san', '张三'],
    ['20260101', '张三'],
    ['0101', '张三'],
    ['shanxiaofeng', '单晓峰'],
    ['danxiaofeng', '单晓峰'],
    ['sxf', '单晓峰'],
    ['zengwq', null],
    ['zengwanqing', '曾婉清'],
    ['zwq', '曾婉清'],
    ['阿依古丽买买提', '阿依古丽·买买提'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['买买提', '阿依古丽·买买提'],
    ['钱𬭎', '钱𬭎'],
    ['𬭎', '钱𬭎'],
    ['lvlv', '吕绿'],
    ['lulu', '吕绿'],
    ['anna', 'Anna Berger'],
    ['berger', 'Anna Berger'],
    ['初一1班 张', '张三'],
    ['七(1)班', '张三'],
    ['九年级4班', '张子轩'],
  ])('%s finds %s', async (text, name) => {
    expect((await find(text))[0] ?? null).toBe(name)
  })
  it('the whole name stands before its beginning, and nothing is found by nothing', async () => {
    expect(await find('张')).toEqual(expect.arrayContaining(['张三', '张子轩']))
    expect(await find('   ')).toEqual([])
    expect(await find('|')).toEqual([])
    expect(await find('%')).toEqual([])
  })
  it('a surname is its own word, and of two that fit whoever has been here stands first', async () => {
    await add('林一')
    const li = await add('李若溪')
    await add('李晓')
    expect((await find('li')).slice(0, 2)).toEqual(expect.arrayContaining(['李若溪', '李晓']))
    await t.client.visits.register({ id: randomUUID(), studentId: li.id, fields: walkIn(t.me.id) })
    expect((await find('li'))[0]).toBe('李若溪')
  })
  it('a changed name is found by the new one only', async () => {
    const { id } = await add('王一')
    await t.client.students.update({ studentId: id, fields: { name: '王壹' } })
    expect(await find('王一')).toEqual([])
    expect(await find('wangyi')).toEqual(['王壹'])
  })
})

describe('taking a student in', () => {
  it('a 化名 keeps nothing that identifies', async () => {
    const student = await add('小舟', {
      kind: 'alias',
      studentNo: '20269999',
      phone: '16112345678',
      birthDate: '2013-01-01',
      address: '某路',
    })
    expect(student).toMatchObject({ studentNo: null, phone: null, birthDate: null, address: null })
  })
  it('a 化名 keeps nothing that identifies when more is learnt later', async () => {
    const { id } = await add('小舟', { kind: 'alias' })
    const student = await t.client.students.update({
      studentId: id,
      fields: { nationalNo: 'G320106201408030021', birthDate: '2013-01-01', headTeacher: '吴老师', note: '坐窗边' },
      guardians: [{ name: '', relation: '母亲', phone: '16112345678' }],
    })
    expect(student).toMatchObject({
      nationalNo: null,
      birthDate: null,
      headTeacher: null,
      guardians: [],
      note: '坐窗边',
    })
    expect((await t.client.students.header({ studentId: id })).student).toEqual(student)
  })
  it('the same number is not given twice', async () => {
    await add('张三', { studentNo: '1' })
    await expect(add('李四', { studentNo: '1' })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'number-taken' },
    })
  })
  it('the list is ordered by class and name and can be narrowed', async () => {
    await add('赵', { gradeNo: 8, classNo: 1, grade: '八年级', className: '八(1)班' })
    await add('安', { gradeNo: 7, classNo: 2, grade: '七年级', className: '七(2)班' })
    await add('白', { gradeNo: 7, classNo: 1, grade: '七年级', className: '七(1)班' })
    const page = (change: object) =>
      t.client.students.list({ text: '', grade: null, className: null, known: false, offset: 0, limit: 10, ...change })
    expect((await page({})).rows.map((row) => row.name)).toEqual(['白', '安', '赵'])
    expect((await page({ grade: '七年级' })).total).toBe(2)
    expect((await page({ text: 'zhao' })).rows.map((row) => row.name)).toEqual(['赵'])
    expect((await page({ known: true })).total).toBe(0)
    expect((await page({})).grades).toEqual([
      { grade: '七年级', classes: ['七(1)班', '七(2)班'] },
      { grade: '八年级', classes: ['八(1)班'] },
    ])
  })
})
