import { describe, expect, test } from 'vitest'
import { readWorkbook } from '#electron/host/workbook-reader'
import type { Cell, Workbook } from '#core/imports/workbook'
import { container, saveAs, sheetXml, textCell, xlsxParts, zip } from './table-files.ts'

const refused = (reason: string) => ({ code: 'invalid', data: { reason } })
const shown = (cell: Cell | undefined) =>
  cell?.kind === 'boolean' ? cell.value : cell?.kind === 'date' ? cell.date : (cell?.text ?? null)
const rowsOf = ({ sheets }: Workbook, at = 0) => sheets[at]?.rows.map((row) => row.map(shown))
const ROWS = [
  ['学号', '姓名'],
  ['2026001', '云杉'],
  ['2026002', '䶮'],
]
const plainXlsx = (): Buffer =>
  zip(xlsxParts(sheetXml(`<row r="1">${textCell('A1', '学号')}${textCell('B1', '姓名')}</row>`)))

describe('a file is known by what is in it', () => {
  test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'fods', 'xlml', 'html'] as const)('%s', async (bookType) => {
    expect(rowsOf(await readWorkbook(saveAs(ROWS, bookType)))).toEqual(ROWS)
  })

  const text = ROWS.map((row) => row.join('\t')).join('\r\n')
  const wide = Buffer.from(text, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 LE without one', wide],
    ['UTF-16 BE without one', Buffer.from(wide).swap16()],
    [
      'GB18030',
      Buffer.from([
        ...gb('学号'),
        9,
        ...gb('姓名'),
        10,
        ...Buffer.from('2026001\t'),
        ...gb('云杉'),
        10,
        ...Buffer.from('2026002\t'),
        ...gb('䶮'),
      ]),
    ],
  ])('text in %s', async (_name, file) => {
    expect(rowsOf(await readWorkbook(file))).toEqual(ROWS)
  })

  test.each([[','], [';'], ['\t'], ['|']])(
    'text cut by %j, with separators, quotes and breaks inside a field',
    async (separator) => {
      const file = `学号${separator}备注${separator}姓名\r\n1${separator}"一${separator}""二""\r\n三"${separator}云杉\r\n2${separator}${separator}䶮\r\n`
      const workbook = await readWorkbook(Buffer.from(file))
      expect(rowsOf(workbook)).toEqual([
        ['学号', '备注', '姓名'],
        ['1', `一${separator}"二"\n三`, '云杉'],
        ['2', null, '䶮'],
      ])
      expect(workbook.sheets[0]?.rowNumbers).toEqual([1, 2, 4])
    },
  )

  test('a web page names its own charset, and its merged cells are filled', async () => {
    const page = Buffer.concat([
      Buffer.from(
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><td colspan=2>',
      ),
      Buffer.from(gb('姓名')),
      Buffer.from(
        '</td></tr><tr><td rowspan="2">1&nbsp;</td><td>a<br>b</td></tr><tr><td>&#x9FAE;</td></tr></table><script>throw 1 < 2</script></body></html>',
      ),
    ])
    expect(rowsOf(await readWorkbook(page))).toEqual([
      ['姓名', '姓名'],
      ['1', 'a\nb'],
      ['1', '\u9fae'],
    ])
  })

  test('a date is the day that the cell shows, in the 1900 and the 1904 system', async () => {
    const styles =
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    const file = (properties: string): Buffer =>
      zip([
        ...xlsxParts(sheetXml('<row r="3"><c r="A3" s="1"><v>41747</v></c></row>'), properties).map((part) =>
          part.name === '[Content_Types].xml'
            ? {
                ...part,
                content: String(part.content).replace(
                  '</Types>',
                  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
                ),
              }
            : part.name === 'xl/_rels/workbook.xml.rels'
              ? {
                  ...part,
                  content: String(part.content).replace(
                    '</Relationships>',
                    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
                  ),
                }
              : part,
        ),
        { name: 'xl/styles.xml', content: styles },
      ])
    const modern = await readWorkbook(file(''))
    expect(rowsOf(modern)).toEqual([['2014-04-18']])
    expect(modern.sheets[0]?.rowNumbers).toEqual([3])
    const old = await readWorkbook(file('<workbookPr date1904="1"/>'))
    expect([old.date1904, rowsOf(old)]).toEqual([true, [['2018-04-19']]])
  })

  test('hidden rows are marked, and a hidden sheet too', async () => {
    const parts = xlsxParts(
      sheetXml(`<row r="1">${textCell('A1', '甲')}</row><row r="2" hidden="1">${textCell('A2', '乙')}</row>`),
    )
    const [sheet] = (
      await readWorkbook(
        zip(
          parts.map((part) => ({
            ...part,
            content: String(part.content).replace('name="名单"', 'name="名单" state="hidden"'),
          })),
        ),
      )
    ).sheets
    expect(sheet).toMatchObject({ hidden: true, hiddenRows: [1] })
  })
})

describe('a file that means harm is refused', () => {
  test('a zip bomb by what it declares, before anything is unpacked', async () => {
    const bomb = zip(xlsxParts(Buffer.alloc(120 * 1024 * 1024, 32)))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    await expect(readWorkbook(bomb)).rejects.toMatchObject(refused('too-large'))
  })

  test('a zip bomb that lies about its size', async () => {
    const parts = xlsxParts(Buffer.alloc(120 * 1024 * 1024, 32)).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, claims: 4000 } : part,
    )
    await expect(readWorkbook(zip(parts))).rejects.toMatchObject(refused('too-large'))
  })

  test('a zip in a zip in a zip is never opened', async () => {
    const inner = zip([{ name: 'again.zip', content: zip([{ name: 'a.xml', content: Buffer.alloc(50_000_000) }]) }])
    await expect(readWorkbook(zip([{ name: 'more.zip', content: inner }]))).rejects.toMatchObject(
      refused('not-a-table'),
    )
  })

  test('a directory with more entries than it holds', async () => {
    await expect(readWorkbook(zip(xlsxParts(sheetXml('')), { count: 60_000 }))).rejects.toMatchObject(
      refused('too-large'),
    )
  })

  test('entities that multiply', async () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]>`
    await expect(
      readWorkbook(
        zip(
          xlsxParts(
            sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>').replace(
              '<?xml version="1.0"?>',
              lol,
            ),
          ),
        ),
      ),
    ).rejects.toMatchObject(refused('broken'))
    await expect(
      readWorkbook(Buffer.from(`${lol}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&j;</Workbook>`)),
    ).rejects.toMatchObject(refused('broken'))
  })

  test('protected files, whichever way they are protected', async () => {
    await expect(readWorkbook(container('EncryptedPackage'))).rejects.toMatchObject(refused('encrypted'))
    await expect(
      readWorkbook(zip(xlsxParts(sheetXml('')).map((part) => ({ ...part, flags: 1 })))),
    ).rejects.toMatchObject(refused('encrypted'))
    await expect(
      readWorkbook(
        zip([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
          { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
          { name: 'content.xml', content: 'x' },
        ]),
      ),
    ).rejects.toMatchObject(refused('encrypted'))
  })

  test.each([
    ['a truncated .xlsx', () => plainXlsx().subarray(0, 700), 'broken'],
    ['a truncated .xls', () => saveAs(ROWS, 'biff8').subarray(0, 1500), 'broken'],
    ['half an end record', () => plainXlsx().subarray(0, -10), 'broken'],
    [
      'a picture',
      () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(400)]),
      'not-a-table',
    ],
    [
      'a document',
      () =>
        zip([
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'word/document.xml', content: '<w/>' },
        ]),
      'not-a-table',
    ],
    ['a container without a workbook', () => container('WordDocument'), 'not-a-table'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['only blank lines', () => Buffer.from('\r\n\r\n\r\n'), 'empty'],
    ['a web page without a table', () => Buffer.from('<html><body>no</body></html>'), 'not-a-table'],
    ['more than 20 MB', () => Buffer.alloc(21 * 1024 * 1024, 65), 'too-large'],
    ['a hundred thousand columns', () => Buffer.from(`${'a,'.repeat(100_000)}b\n`), 'too-large'],
    ['a million lines', () => Buffer.from('a,b\n'.repeat(1_000_000)), 'too-large'],
    [
      'a merged cell that spans the world in a page',
      () => Buffer.from(`<table>${'<tr><td colspan=99999 rowspan=99999>x</td></tr>'.repeat(9)}</table>`),
      'too-large',
    ],
  ])('%s', async (_name, file, reason) => {
    await expect(readWorkbook(file())).rejects.toMatchObject(refused(reason))
  })

  test('every cut of a workbook gives a workbook or a refusal, never a hang', async () => {
    const whole = saveAs(ROWS, 'xlsx')
    for (let part = 1; part < 8; part++) {
      const answer = await readWorkbook(whole.subarray(0, Math.floor((whole.length * part) / 8))).catch(
        (error: unknown) => error,
      )
      expect(answer).toMatchObject({ code: 'invalid' })
    }
  })

  test('work that takes too long is stopped', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, 'x')}</row>`,
    ).join('')
    await expect(
      readWorkbook(zip(xlsxParts(sheetXml(rows))), { limits: { milliseconds: 60, megabytes: 640 } }),
    ).rejects.toMatchObject(refused('too-slow'))
  })

  test('work that takes too much memory is stopped', async () => {
    const repeated = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="90000"><table:table-cell office:value-type="string" table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const bomb = zip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: repeated },
    ])
    await expect(readWorkbook(bomb, { limits: { milliseconds: 30_000, megabytes: 100 } })).rejects.toMatchObject({
      code: 'invalid',
    })
  }, 60_000)
})

describe('a strange file is read safely', () => {
  test('a sheet that claims a million rows and 16,384 columns', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const sheet = sheetXml(
      `<row r="1">${textCell('A1', '学号')}</row><row r="1048576">${textCell('A1048576', '末')}</row>`,
      merged,
    ).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')
    const answer = await readWorkbook(zip(xlsxParts(sheet))).catch((error: unknown) => error)
    expect(answer).toMatchObject({ sheets: [{ rows: [[{ text: '学号' }]] }] })
  })

  test('a list of contents that names parts which are not there', async () => {
    const override = (name: string, kind: string) =>
      `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
    const parts = xlsxParts(sheetXml(`<row r="1">${textCell('A1', '学号')}</row>`)).map((part) => ({
      ...part,
      content: String(part.content).replace(
        '</Types>',
        `${override('/xl/styles.xml', 'styles')}${override('/xl/externalLinks/externalLink1.xml', 'externalLink')}</Types>`,
      ),
    }))
    expect(rowsOf(await readWorkbook(zip(parts)))).toEqual([['学号']])
  })

  test('a formula is its last result, and its text when it never was one', async () => {
    const sheet = sheetXml(
      `<row r="1"><c r="A1" t="str"><f>cmd|'/c calc'!A0</f><v>结果</v></c>${textCell('B1', '=cmd|calc')}<c r="C1" t="e"><v>#REF!</v></c></row>`,
    )
    expect(rowsOf(await readWorkbook(zip(xlsxParts(sheet))))).toEqual([['结果', '=cmd|calc']])
  })

  test('a sheet named __proto__ changes nothing', async () => {
    const parts = xlsxParts(sheetXml(`<row r="1">${textCell('A1', 'constructor')}</row>`)).map((part) => ({
      ...part,
      content: String(part.content).replace('name="名单"', 'name="__proto__"'),
    }))
    await readWorkbook(zip(parts)).catch(() => undefined)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['!data']).toBeUndefined()
  })
})

/** GB18030 for the few characters that stand here. */
function gb(text: string): number[] {
  const codes: Readonly<Record<string, number[]>> = {
    学: [0xd1, 0xa7],
    号: [0xba, 0xc5],
    姓: [0xd0, 0xd5],
    名: [0xc3, 0xfb],
    云: [0xd4, 0xc6],
    杉: [0xc9, 0xbc],
    䶮: [0xfe, 0x9f],
  }
  return [...text].flatMap((char) => codes[char] ?? [])
}
