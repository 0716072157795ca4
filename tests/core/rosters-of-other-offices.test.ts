import { describe, expect, test } from 'vitest'
import { readClass, readGrade, type Stage } from '#core/imports/class-names'
import { dayOfSerial, readDate } from '#core/imports/dates'
import { findTable } from '#core/imports/find-table'
import { mapTitles } from '#core/imports/map-columns'
import { understand } from '#core/imports/understand'
import { readBoarding, readEthnicity, readName, readNumber, readPhone } from '#core/imports/values'
import type { Cell, Workbook } from '#core/imports/workbook'
import { readWorkbook } from '#electron/host/workbook-reader'
import { saveAs } from '#tests/electron/table-files'
import { AUTUMN, classesOf, digest, expectedOf, sampleBytes, understandSample } from './roster-samples.ts'

const text = (value: string): Cell => (value === '' ? null : { kind: 'text', text: value })
const number = (value: number): Cell => ({ kind: 'number', value, text: String(value) })
const school = (stage: Stage) => ({ stage, ...AUTUMN, classes: [] })

/** A file of one sheet, read and understood as it comes. */
function read(rows: readonly (readonly (string | number)[])[], stage: Stage = 'junior', name = '') {
  const cells = rows.map((row) => row.map((value) => (typeof value === 'number' ? number(value) : text(value))))
  const workbook: Workbook = {
    date1904: false,
    sheets: [{ name, hidden: false, rows: cells, rowNumbers: cells.map((_, at) => at + 1), hiddenRows: [] }],
  }
  const found = workbook.sheets.map((sheet) => findTable(sheet, school(stage)))
  return {
    found: found[0]!,
    ...understand(
      workbook,
      found.map(({ mapping }) => mapping),
      school(stage),
    ),
  }
}

describe('the same people in another program’s format', () => {
  const expected = expectedOf('roster-gbk.csv')
  const rows = readWorkbook(sampleBytes('roster-gbk.csv')).then(({ sheets }) =>
    sheets[0]!.rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : ''))),
  )
  const digestsOf = async (file: Buffer) => {
    const { planned } = await understandSample(file, 'junior', classesOf(expected))
    return Object.fromEntries(Object.keys(expected.digests).map((column) => [column, digest(planned, column)]))
  }
  test.each(['xlsx', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const)('%s', async (bookType) => {
    expect(await digestsOf(saveAs(await rows, bookType))).toEqual(expected.digests)
  })
  test.each(['utf16le', 'utf8'] as const)('text with tabs in %s', async (encoding) => {
    const quoted = (await rows).map((row) =>
      row.map((value) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join('\t'),
    )
    expect(await digestsOf(Buffer.from(quoted.join('\r\n'), encoding))).toEqual(expected.digests)
  })
  test('a web page named .xls', async () => {
    const cell = (value: string) =>
      `<td style="mso-number-format:'\\@'">${value.replaceAll('&', '&amp;').replaceAll('\n', '<br>')}</td>`
    const page = Buffer.from(
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border=1>${(await rows).map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table></body></html>`,
    )
    expect(await digestsOf(page)).toEqual(expected.digests)
  })
  test('columns in another order under other titles, below two title rows', async () => {
    const order = [4, 5, 1, 2, 0, 9, 6, 7, 8, 3, 10]
    const titles = [
      '所在年级',
      '班别',
      '学生姓名',
      '性 别',
      '学生编号',
      '现住址',
      '家长姓名',
      '与本人关系',
      '家长手机',
      '生日',
      '特殊情况说明',
    ]
    const body = (await rows).slice(1).map((row) => order.map((column) => row[column] ?? ''))
    const above = [['云杉市白桦初级中学学生花名册'], ['制表：教务处', '2026年9月']]
    expect(await digestsOf(saveAs([...above, titles, ...body], 'xlsx'))).toEqual(expected.digests)
  })
})

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
  test.each(['2011.2.29', '2011年13月5日', '20111131', '2041-01-01', '去年'])('%s is no day of birth', (written) => {
    expect(readDate(text(written), style)).toEqual({ kind: 'impossible' })
  })
  test.each(['2011.3', '2011年3月', '201103', '2011', '3/5/2011'])('%s does not say which day', (written) => {
    expect(readDate(text(written), style)).toEqual({ kind: 'partial' })
  })
  test('a column with one 25/3/2011 writes the day first', () => {
    expect(readDate(text('5/3/2011'), { ...style, dayFirst: true })).toEqual({ kind: 'day', date: '2011-03-05' })
    const { planned } = read([
      ['姓名', '班级', '生日'],
      ['龙婉雯', '七1班', '5/3/2011'],
      ['李雨妍', '七1班', '25/3/2011'],
    ])
    expect(planned.map(({ fields }) => fields.birthDate)).toEqual(['2011-03-05', '2011-03-25'])
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

describe('titles', () => {
  test.each<[string[], (string | null)[]]>([
    [
      ['*姓名（必填）', '学生编号', '身份证号', '籍贯'],
      ['name', 'studentNo', null, null],
    ],
    [
      ['姓名', '父亲姓名', '父亲电话', '父亲工作单位', '母亲姓名', '母亲电话'],
      ['name', 'guardian1Name', 'guardian1Phone', null, 'guardian2Name', 'guardian2Phone'],
    ],
    [
      ['姓名', '母亲电话', '父亲电话'],
      ['name', 'guardian1Phone', 'guardian2Phone'],
    ],
    [
      ['姓名', '联系电话'],
      ['name', 'phone'],
    ],
    [
      ['姓名', '联系电话', '监护人', '关系'],
      ['name', 'guardian1Phone', 'guardian1Name', 'guardian1Relation'],
    ],
    [
      ['姓名', '本人手机', '家长姓名', '家长电话', '班主任', '班主任电话'],
      ['name', 'phone', 'guardian1Name', 'guardian1Phone', 'headTeacher', null],
    ],
    [
      ['Student Name', 'Student ID', 'Gender', 'DOB', 'Class', 'Grade', 'Guardian', 'Relationship', 'Phone'],
      [
        'name',
        'studentNo',
        'sex',
        'birthDate',
        'className',
        'grade',
        'guardian1Name',
        'guardian1Relation',
        'guardian1Phone',
      ],
    ],
    [
      ['年级/班级', '姓名', '入学年份', '二级学院', '专业名称', '寝室号', '是否住校'],
      ['className', 'name', 'entryYear', 'college', 'major', 'dormitory', 'boarding'],
    ],
    [
      ['constructor', '__proto__', '姓名'],
      [null, null, 'name'],
    ],
  ])('%j', (titles, columns) => {
    expect(mapTitles(titles).columns).toEqual(columns)
  })

  test('two rows of titles are read together', () => {
    const { found, planned } = read([
      ['学号', '姓名', '监护人', '监护人', '班级'],
      ['学号', '姓名', '姓名', '电话', '班级'],
      ['1', '龙婉雯', '蒋娟', '16499544193', '七1班'],
    ])
    expect(found.mapping).toMatchObject({
      headerRow: 2,
      columns: ['studentNo', 'name', 'guardian1Name', 'guardian1Phone', 'className'],
    })
    expect(planned[0]?.guardians).toEqual([{ name: '蒋娟', relation: '', phone: '16499544193' }])
  })

  test('columns without a title are known by what stands in them', () => {
    const { found } = read([
      ['编码', '学生', '', '', ''],
      ['2026001', '龙婉雯', '女', '2014/8/3', '七(1)班'],
      ['2026002', '李雨妍', '女', '2013/11/2', '七(2)班'],
      ['2026003', '郑航昊', '男', '2013/12/25', '七(1)班'],
    ])
    expect(found.mapping.columns).toEqual(['studentNo', 'name', 'sex', 'birthDate', 'className'])
  })

  test('a list without any titles is still a roster', () => {
    const { found, planned } = read([
      ['2026001', '龙婉雯', '女', '七(1)班'],
      ['2026002', '李雨妍', '女', '七(2)班'],
      ['2026003', '郑航昊', '男', '七(1)班'],
    ])
    expect(found.mapping).toMatchObject({ headerRow: null, use: true })
    expect(planned.map(({ row, fields }) => [row, fields.name])).toEqual([
      [1, '龙婉雯'],
      [2, '李雨妍'],
      [3, '郑航昊'],
    ])
  })

  test.each([
    [
      'a list of teachers',
      [
        ['工号', '姓名', '任教学科', '电话'],
        ['1', '林老师', '语文', '16499544193'],
      ],
    ],
    [
      'a list of telephones',
      [
        ['姓名', '电话'],
        ['林老师', '16499544193'],
      ],
    ],
    [
      'counts',
      [
        ['年级', '男', '女'],
        ['七年级', '10', '12'],
      ],
    ],
  ])('%s is no roster', (_name, rows) => {
    expect(read(rows).found).toMatchObject({ skipped: 'not-a-roster', mapping: { use: false } })
  })
})

describe('classes', () => {
  test('a sheet named after its class lends it to rows that do not say', () => {
    expect(
      read(
        [
          ['学号', '姓名'],
          ['1', '龙婉雯'],
        ],
        'junior',
        '七(3)班',
      ).planned[0]?.fields,
    ).toMatchObject({ gradeNo: 7, classNo: 3, className: '七(3)班' })
    expect(
      read([
        ['云杉中学八年级花名册', ''],
        ['班级', '姓名'],
        ['2班', '龙婉雯'],
      ]).planned[0]?.fields,
    ).toMatchObject({ gradeNo: 8, classNo: 2, className: '八(2)班' })
  })
  test('a college class is a name, and its year is in it', () => {
    expect(
      read(
        [
          ['学号', '姓名', '班级'],
          ['1', '龙婉雯', '软件2402'],
        ],
        'college',
      ).planned[0]?.fields,
    ).toMatchObject({ className: '软件2402', classNo: null, gradeNo: null, entryYear: 2024, grade: '2024级' })
    expect(
      read(
        [
          ['学号', '姓名', '年级', '专业', '班级'],
          ['1', '龙婉雯', '2025级', '护理', '1班'],
        ],
        'college',
      ).planned[0]?.fields,
    ).toMatchObject({ className: '2025级护理1班', entryYear: 2025 })
  })
  test('an English school keeps its own words', () => {
    expect(
      read([
        ['Name', 'Grade', 'Class'],
        ['Elowen Hartwick', 'Grade 7', '3'],
      ]).planned[0]?.fields,
    ).toMatchObject({ gradeNo: 7, classNo: 3, grade: 'Grade 7', className: 'Grade 7 Class 3' })
  })
})

describe('rows', () => {
  const header = ['学号', '姓名', '性别', '班级', '备注']
  test('prefilled, closing and summing lines are no students', () => {
    const { rows, planned } = read([
      header,
      ['1', '龙婉雯', '女', '七1班', ''],
      ['', '', '', '七1班', ''],
      header,
      ['合计', '1', '', '', ''],
      ['班主任签字：', '', '', '', '日期：'],
      ['', '以下空白', '', '', ''],
    ])
    expect([rows, planned.length]).toEqual([1, 1])
  })
  test('what cannot be kept whole is refused, not cut', () => {
    const { errors } = read([header, ['1', '龙婉雯', '女', '七1班', '长'.repeat(2001)]])
    expect(errors).toMatchObject([{ row: 2, reason: 'too-long', field: 'note' }])
  })
  test('control characters and direction marks do not come in', () => {
    const { planned } = read([header, ['1\u0007', '龙\u202e婉雯', '女', '七1班', 'a\u0000b\r\nc']])
    expect(planned[0]?.fields).toMatchObject({ studentNo: '1', name: '龙婉雯', note: 'ab\nc' })
  })
  test('the same child without a number is the same child', () => {
    const { duplicates } = read([
      ['姓名', '班级', '生日'],
      ['龙婉雯', '七1班', '2014.8.3'],
      ['龙婉雯', '七1班', '2014.8.3'],
    ])
    expect(duplicates).toMatchObject([{ row: 3, of: { row: 2 } }])
  })
})
