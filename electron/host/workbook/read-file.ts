import type { Workbook } from '#core/imports/workbook'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './delimited.ts'
import { FileProblem } from './file-problem.ts'
import { declaredCharset, readHtmlTables } from './html-table.ts'
import { MOST_FILE_BYTES } from './limits.ts'
import { readBinary, readFlatXml, readOle, readZipped } from './spreadsheet.ts'

const startsWith = (file: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => file[at] === byte)

/** Reads a table file by what is in it; its name says nothing. Throws only `FileProblem`. */
export async function readFile(file: Buffer): Promise<Workbook> {
  if (file.length > MOST_FILE_BYTES) throw new FileProblem('too-large')
  if (file.length === 0) throw new FileProblem('empty')
  const workbook = await readByContent(file).catch((error: unknown) => {
    throw error instanceof FileProblem ? error : new FileProblem(isAboutPassword(error) ? 'encrypted' : 'broken')
  })
  if (!workbook.sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null))))
    throw new FileProblem('empty')
  return workbook
}

async function readByContent(file: Buffer): Promise<Workbook> {
  if (startsWith(file, 0x50, 0x4b)) return readZipped(file)
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return readOle(file)
  if (file[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(file[1] ?? -1)) return readBinary(file)
  if (startsWith(file, 0x25, 0x50, 0x44, 0x46)) throw new FileProblem('not-a-table')
  const text = decodeText(file, declaredCharset(file.toString('latin1', 0, 4096)))
  const head = text.slice(0, 20_000)
  const isTableXml = /urn:schemas-microsoft-com:office:spreadsheet|urn:oasis:names:tc:opendocument/.test(head)
  if (isTableXml && /^\s*<[?\w!]/.test(head) && !/<html/i.test(head)) return readFlatXml(text)
  if (/^\s*</.test(head) && /<(!doctype html|html|head|body|meta|table|style|div)[\s>]/i.test(head)) {
    const sheets = readHtmlTables(text)
    if (sheets.length === 0) throw new FileProblem('not-a-table')
    return { sheets, date1904: false }
  }
  return { sheets: [readDelimited(text)], date1904: false }
}

const isAboutPassword = (error: unknown): boolean => error instanceof Error && /password|encrypt/i.test(error.message)
