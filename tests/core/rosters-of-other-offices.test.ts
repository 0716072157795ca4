import { describe, expect, test } from 'vitest'
import type { Stage } from '#core/imports/class-names'
import { findTable } from '#core/imports/find-table'
import { mapTitles } from '#core/imports/map-columns'
import { understand } from '#core/imports/understand'
import type { Cell, Workbook } from '#core/imports/workbook'
import { readWorkbook } from '#electron/host/workbook-reader'
import { person } from '#tests/people'
import { saveAs } from '#tests/electron/table-files'
import { AUTUMN, classesOf, digest, expectedOf, sampleBytes, understandSample } from './roster-samples.ts'

const child = person('li-ruoxi').name
const other = person('zhao-kexin').name
const third = person('sun-hao').name
const guardian = person('liu-yutong').name

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
      ['1', child, guardian, '16499544193', '七1班'],
    ])
    expect(found.mapping).toMatchObject({
      headerRow: 2,
      columns: ['studentNo', 'name', 'guardian1Name', 'guardian1Phone', 'className'],
    })
    expect(planned[0]?.guardians).toEqual([{ name: guardian, relation: '', phone: '16499544193' }])
  })

  test('columns without a title are known by what stands in them', () => {
    const { found } = read([
      ['编码', '学生', '', '', ''],
      ['2026001', child, '女', '2014/8/3', '七(1)班'],
      ['2026002', other, '女', '2013/11/2', '七(2)班'],
      ['2026003', third, '男', '2013/12/25', '七(1)班'],
    ])
    expect(found.mapping.columns).toEqual(['studentNo', 'name', 'sex', 'birthDate', 'className'])
  })

  test('a list without any titles is still a roster', () => {
    const { found, planned } = read([
      ['2026001', child, '女', '七(1)班'],
      ['2026002', other, '女', '七(2)班'],
      ['2026003', third, '男', '七(1)班'],
    ])
    expect(found.mapping).toMatchObject({ headerRow: null, use: true })
    expect(planned.map(({ row, fields }) => [row, fields.name])).toEqual([
      [1, child],
      [2, other],
      [3, third],
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
          ['1', child],
        ],
        'junior',
        '七(3)班',
      ).planned[0]?.fields,
    ).toMatchObject({ gradeNo: 7, classNo: 3, className: '七(3)班' })
    expect(
      read([
        ['云杉中学八年级花名册', ''],
        ['班级', '姓名'],
        ['2班', child],
      ]).planned[0]?.fields,
    ).toMatchObject({ gradeNo: 8, classNo: 2, className: '八(2)班' })
  })
  test('a college class is a name, and its year is in it', () => {
    expect(
      read(
        [
          ['学号', '姓名', '班级'],
          ['1', child, '软件2402'],
        ],
        'college',
      ).planned[0]?.fields,
    ).toMatchObject({ className: '软件2402', classNo: null, gradeNo: null, entryYear: 2024, grade: '2024级' })
    expect(
      read(
        [
          ['学号', '姓名', '年级', '专业', '班级'],
          ['1', child, '2025级', '护理', '1班'],
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
  test('a column with one 25/3/2011 writes the day first', () => {
    const { planned } = read([
      ['姓名', '班级', '生日'],
      [child, '七1班', '5/3/2011'],
      [other, '七1班', '25/3/2011'],
    ])
    expect(planned.map(({ fields }) => fields.birthDate)).toEqual(['2011-03-05', '2011-03-25'])
  })

  const header = ['学号', '姓名', '性别', '班级', '备注']
  test('prefilled, closing and summing lines are no students', () => {
    const { rows, planned } = read([
      header,
      ['1', child, '女', '七1班', ''],
      ['', '', '', '七1班', ''],
      header,
      ['合计', '1', '', '', ''],
      ['班主任签字：', '', '', '', '日期：'],
      ['', '以下空白', '', '', ''],
    ])
    expect([rows, planned.length]).toEqual([1, 1])
  })
  test('a remark that sounds like a closing line costs nobody the place', () => {
    expect(
      read([
        ['姓名', '性别', '班级', '备注'],
        [child, '女', '七1班', '家长已签字'],
      ]).planned,
    ).toHaveLength(1)
  })
  test('what cannot be kept whole is refused, not cut', () => {
    const { errors } = read([header, ['1', child, '女', '七1班', '长'.repeat(2001)]])
    expect(errors).toMatchObject([{ row: 2, reason: 'too-long', field: 'note' }])
  })
  test('control characters and direction marks do not come in', () => {
    const { planned } = read([header, ['1\u0007', `\u202e${child}`, '女', '七1班', 'a\u0000b\r\nc']])
    expect(planned[0]?.fields).toMatchObject({ studentNo: '1', name: child, note: 'ab\nc' })
  })
  test('the same child without a number is the same child', () => {
    const { duplicates } = read([
      ['姓名', '班级', '生日'],
      [child, '七1班', '2014.8.3'],
      [child, '七1班', '2014.8.3'],
    ])
    expect(duplicates).toMatchObject([{ row: 3, of: { row: 2 } }])
  })
})
