import { deflateRawSync } from 'node:zlib'
import { CFB, utils, write, type BookType } from '@e965/xlsx'

export type Part = {
  name: string
  content: string | Buffer
  /** What the directory claims, when it lies. */ claims?: number
  flags?: number
}

/** A zip made by hand, so that it can lie. */
export function zip(parts: readonly Part[], change: { count?: number } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, flags = 0 } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(plain.length, 22)
    local.writeUInt16LE(title.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(claims ?? plain.length, 24)
    central.writeUInt16LE(title.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, title, packed)
    centrals.push(central, title)
    offset += 30 + title.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(change.count ?? parts.length, 8)
  end.writeUInt16LE(change.count ?? parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
const RELS = (target: string, kind: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook whose one sheet is this XML. */
export const xlsxParts = (sheet: string | Buffer, workbookProperties = ''): Part[] => [
  { name: '[Content_Types].xml', content: TYPES },
  { name: '_rels/.rels', content: RELS('xl/workbook.xml', 'officeDocument') },
  {
    name: 'xl/workbook.xml',
    content: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbookProperties}<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  { name: 'xl/_rels/workbook.xml.rels', content: RELS('worksheets/sheet1.xml', 'worksheet') },
  { name: 'xl/worksheets/sheet1.xml', content: sheet },
]

export const sheetXml = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`
export const textCell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

/** The same table as any program would save it. */
export const saveAs = (rows: readonly (readonly unknown[])[], bookType: BookType): Buffer =>
  write(
    { SheetNames: ['名单'], Sheets: { 名单: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
    { type: 'buffer', bookType },
  ) as Buffer

/** A container with one stream, as protected workbooks are. */
export function container(stream: string): Buffer {
  const file = CFB.utils.cfb_new() as object
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.alloc(5000, 7))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}
