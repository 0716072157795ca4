/**
 * Reads back a spreadsheet that this program has just made, so that a person sees exactly what leaves. It knows only what
 * we write ourselves: an .xlsx with plain cells. Files of other people are read by the host.
 */
export type OwnSheet = { name: string; rows: string[][] }

export async function readOwnWorkbook(base64: string): Promise<OwnSheet[]> {
  const parts = await unzip(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  const shared = textsIn(parts.get('xl/sharedStrings.xml') ?? '', 'si')
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/gu)].map((found) =>
    plain(found[1] ?? ''),
  )
  return names.map((name, index) => ({
    name,
    rows: rowsIn(parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '', shared),
  }))
}

function rowsIn(xml: string, shared: readonly string[]): string[][] {
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/gu)].map(([, cells = '']) => {
    const row: string[] = []
    for (const [, head = '', body = ''] of cells.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu)) {
      const column = /\br="([A-Z]+)/u.exec(head)?.[1]
      const value = plain(/<v\b[^>]*>([\s\S]*?)<\/v>/u.exec(body)?.[1] ?? '')
      const text = /\bt="s"/u.test(head)
        ? (shared[Number(value)] ?? '')
        : /\bt="inlineStr"/u.test(head)
          ? (textsIn(body, 'is')[0] ?? '')
          : value
      row[column ? columnOf(column) : row.length] = text
    }
    return Array.from(row, (text) => text ?? '')
  })
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What stands in every `<tag>`, its runs joined. */
const textsIn = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*?(?:/>|>([\\s\\S]*?)</${tag}>)`, 'gu'))].map(([, body = '']) =>
    [...body.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/gu)].map(([, text = '']) => plain(text)).join(''),
  )

const MARKS: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (all, decimal?: string, hex?: string, name?: string) =>
    decimal || hex
      ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '', 16))
      : (MARKS[name ?? ''] ?? all),
  )

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
/** The text parts of a zip by path; reads its directory, so that sizes are known. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const view = new DataView(bytes.buffer)
  let end = bytes.length - 22
  while (end > 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1
  const parts = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (name.endsWith('.xml')) parts.set(name, await inflate(bytes.slice(start, start + size), method))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const inflate = (bytes: Uint8Array<ArrayBuffer>, method: number): Promise<string> =>
  method === 0
    ? Promise.resolve(new TextDecoder().decode(bytes))
    : new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
