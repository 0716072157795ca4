import { describe, expect, test } from 'vitest'
import { readClass, readGrade, type Stage } from '#core/imports/class-names'
import { dayOfSerial, readDate } from '#core/imports/dates'
import { readBoarding, readEthnicity, readName, readNumber, readPhone } from '#core/imports/values'
import type { Cell } from '#core/imports/workbook'

const text = (value: string): Cell => (value === '' ? null : { kind: 'text', text: value })
const number = (value: number): Cell => ({ kind: 'number', value, text: String(value) })

test.each<[string, Stage, number | null, number | null, number | null]>([
  ['七(1)班', 'junior', 7, null, 1],
  ['初一（3）班', 'junior', 7, null, 3],
  ['七年级十班', 'junior', 7, null, 10],
  ['七年级（十二）班', 'junior', 7, null, 12],
  ['八年级第3班', 'junior', 8, null, 3],
  ['九.2班', 'junior', 9, null, 2],
  ['701', 'junior', 7, null, 1],
  ['２０２６级１班', 'junior', 7, 2026, 1],
  ['24级5班', 'junior', 9, 2024, 5],
  ['2027届3班', 'junior', 9, 2024, 3],
  ['一(2)班', 'primary', 1, null, 2],
  ['三年二班', 'primary', 3, null, 2],
  ['六年级4班', 'primary', 6, null, 4],
  ['小五(1)班', 'primary', 5, null, 1],
  ['五1班', 'primary', 5, null, 1],
  ['302', 'primary', 3, null, 2],
  ['高一(3)班', 'senior', 10, null, 3],
  ['高三12班', 'senior', 12, null, 12],
  ['高2025级7班', 'senior', 11, 2025, 7],
  ['1203', 'senior', 12, null, 3],
  ['2401', 'senior', 12, 2024, 1],
  ['高二（5）班（文）', 'senior', 11, null, 5],
  ['Grade 7 Class 3', 'junior', 7, null, 3],
  ['G8-2', 'junior', 8, null, 2],
  ['7-3', 'junior', 7, null, 3],
  ['1班', 'junior', null, null, 1],
  ['十二班', 'junior', null, null, 12],
  ['05', 'junior', null, null, 5],
  ['待分班', 'junior', null, null, null],
  ['初四2班', 'junior', null, null, null],
  ['软件2402', 'college', null, null, null],
])('the class %s in a %s school', (written, stage, gradeNo, entryYear, classNo) => {
  expect(readClass(written, { stage, schoolYear: 2026 })).toEqual({ gradeNo, entryYear, classNo })
})

test.each<[string, Stage, number | null, number | null]>([
  ['七年级', 'junior', 7, null],
  ['初二', 'junior', 8, null],
  ['9', 'junior', 9, null],
  ['一年级', 'primary', 1, null],
  ['一年级', 'senior', 10, null],
  ['高三', 'senior', 12, null],
  ['大一', 'college', 13, null],
  ['2024级', 'college', null, 2024],
  ['2024', 'senior', 12, 2024],
  ['Grade 4', 'primary', 4, null],
])('the grade %s in a %s school', (written, stage, gradeNo, entryYear) => {
  expect(readGrade(written, { stage, schoolYear: 2026 })).toEqual({ gradeNo, entryYear, classNo: null })
})

describe('days', () => {
  const style = { date1904: false, today: '2026-11-21', dayFirst: null }
  test.each([
    '2011.3.5',
    '2011/3/5',
    '2011-03-05',
    '2011年3月5日',
    '2011 年 3 月 5 日',
    '20110305',
    '２０１１．３．５',
    '2011-03-05 00:00:00',
    '2011/3/5 0:00',
    '2011年03月05日 星期六',
    '11.3.5',
    '5 Mar 2011',
    '05-Mar-2011',
    '40607',
  ])('%s is 5 March 2011', (written) => {
    expect(readDate(text(written), style)).toEqual({ kind: 'day', date: '2011-03-05' })
  })
  test.each([40607, 20_110_305, 40607.75])('the number %s too', (value) => {
    expect(readDate(number(value), style)).toEqual({ kind: 'day', date: '2011-03-05' })
  })
  test('bare serials of the 1904 system', () => {
    expect(readDate(number(40607 - 1462), { ...style, date1904: true })).toEqual({ kind: 'day', date: '2011-03-05' })
    expect([dayOfSerial(1, false), dayOfSerial(59, false), dayOfSerial(61, false), dayOfSerial(0, true)]).toEqual([
      [1900, 1, 1],
      [1900, 2, 28],
      [1900, 3, 1],
      [1904, 1, 1],
    ])
  })
  test('of a column that writes the day first', () => {
    expect(readDate(text('5/3/2011'), { ...style, dayFirst: true })).toEqual({ kind: 'day', date: '2011-03-05' })
  })
  test.each(['2011.2.29', '2011年13月5日', '20111131', '2041-01-01', '去年'])('%s is no day of birth', (written) => {
    expect(readDate(text(written), style)).toEqual({ kind: 'impossible' })
  })
  test.each(['2011.3', '2011年3月', '201103', '2011', '3/5/2011'])('%s does not say which day', (written) => {
    expect(readDate(text(written), style)).toEqual({ kind: 'partial' })
  })
})

describe('values', () => {
  test.each([
    ['张　三', '张三'],
    ['阿依努尔 • 吐尔地', '阿依努尔·吐尔地'],
    ['艾力．卡德尔', '艾力·卡德尔'],
    ['Elowen   Hartwick', 'Elowen Hartwick'],
    ['\u200b王𬭎\u00a0', '王𬭎'],
    ['ＡＢ', 'AB'],
  ])('the name %s', (written, name) => {
    expect(readName(written)).toBe(name)
  })
  test.each([
    ['２０２６０１００３', '2026 01003'.replace(' ', '')],
    [' BH2026001\t', 'BH2026001'],
    ["'0026", '0026'],
    ['="0026"', '0026'],
    ['20260101.0', '20260101'],
  ])('the number %s', (written, value) => {
    expect(readNumber(text(written))).toEqual({ value, damaged: false })
  })
  test('a number that a spreadsheet has rounded is not taken for one', () => {
    expect(readNumber(number(99_010_120_130_922_350_000))).toEqual({ value: null, damaged: true })
    expect(readNumber(text('9.90101E+17'))).toEqual({ value: null, damaged: true })
    expect(readNumber({ kind: 'number', value: 26_001, text: '00026001' })).toEqual({
      value: '00026001',
      damaged: false,
    })
  })
  test.each([
    ['汉', '汉族'],
    ['汉族', '汉族'],
    ['01', '汉族'],
    ['5', '维吾尔族'],
    ['11-满族', '满族'],
    ['穿青人', '穿青人'],
    ['', null],
  ])('the group %s', (written, value) => {
    expect(readEthnicity(written)).toBe(value)
  })
  test.each([
    ['是', true],
    ['√', true],
    ['寄宿', true],
    ['×', false],
    ['走读', false],
    ['FALSE', false],
    ['周末', null],
  ])('boarding %s', (written, value) => {
    expect(readBoarding(written)).toBe(value)
  })
  test.each<[string, string | null, string | null]>([
    ['+86 164-6604-4174', '16466044174', null],
    ['0086 16466044174', '16466044174', null],
    ['0380-6387847', '0380-6387847', null],
    ['16145261740／16968629276', '16145261740、16968629276', 'two-phones'],
    ['16145261740 16968629276', '16145261740、16968629276', 'two-phones'],
    ['1637743218', '1637743218', 'bad-phone'],
    ['无', null, null],
  ])('the telephone %s', (written, phone, problem) => {
    expect(readPhone(text(written))).toEqual({ phone, problem })
  })
})
