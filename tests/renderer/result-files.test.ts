import { describe, expect, test } from 'vitest'
import { builtIn } from '#core/instruments/built-in'
import { writeTable } from '#core/screenings/write-table'
import { readOwnWorkbook } from '#lib/own-workbook'
import { lackOf, meaningsOf, tableUnder, unclearFirst, valuesOf, withMeaning } from '#lib/result-columns'

const file = (id: string) => {
  const found = builtIn().find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('columns of a result file', () => {
  const columns = ['studentNo', null, 'scale:total', null]
  const titles = ['学号', '量表名称', '总分', '']
  const sample = [
    ['1', 'MHT', '24', ''],
    ['2', 'MHT', '41', ''],
  ]
  test('those that nobody understood stand first, empty ones nowhere', () =>
    expect(unclearFirst(columns, titles, sample)).toEqual([1, 0, 2]))
  test('a meaning is given once', () =>
    expect(withMeaning(columns, 1, 'scale:total')).toEqual(['studentNo', 'scale:total', null, null]))
  test('two columns may both have none', () =>
    expect(withMeaning(columns, 0, null)).toEqual([null, null, 'scale:total', null]))
  test('values are shown once each', () => {
    expect(valuesOf(sample, 1)).toEqual(['MHT'])
    expect(valuesOf(sample, 2)).toEqual(['24', '41'])
    expect(valuesOf(sample, 9)).toEqual([])
  })
  test('what is missing is said: first the number, then a result', () => {
    expect(lackOf([null, 'name'])).toBe('studentNo')
    expect(lackOf(['studentNo', 'level'])).toBe('result')
    expect(lackOf(['studentNo', 'item:phq9_1'])).toBeNull()
  })
  test('scores are offered where the program has no items, answers where it has', () => {
    expect(meaningsOf(file('mht')).filter((one) => one.startsWith('item:'))).toEqual([])
    expect(meaningsOf(file('mht'))).toContain('scale:total')
    expect(meaningsOf(file('phq9')).filter((one) => one.startsWith('item:'))).toHaveLength(10)
    expect(meaningsOf(file('phq9')).some((one) => one.startsWith('scale:'))).toBe(false)
  })
  test('in a sheet that was not understood any row can be the titles', () =>
    expect(tableUnder([['某校'], ['学号'], ['1']], 2)).toEqual({ titles: ['学号'], sample: [['1']] }))
})

describe('a file that leaves', () => {
  test('is read back cell by cell', async () => {
    const content = await writeTable({
      sheet: '测评结果',
      titles: ['学号', '姓名', '总分', '结果'],
      rows: [
        ['0001', '甲 <乙> & "丙"', 24.5, null],
        ['0002', null, 0, '误报'],
      ],
      notes: ['说明'],
    })
    expect(await readOwnWorkbook(content)).toEqual([
      {
        name: '测评结果',
        rows: [
          ['学号', '姓名', '总分', '结果'],
          ['0001', '甲 <乙> & "丙"', '24.5'],
          ['0002', '', '0', '误报'],
          ['说明'],
        ],
      },
    ])
  })
})
