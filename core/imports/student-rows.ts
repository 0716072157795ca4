import type { ImportField } from '#contract/roster-lists'
import { cellText, compact } from './cell-text.ts'
import { readName, readNumber } from './values.ts'
import type { Cell } from './workbook.ts'

const CLOSING =
  /^[-—=*·\s]*(合计|总计|小计|共计|以下空白|以下无|注[:：]|备注[:：]|说明[:：]|填表|制表|填报|审核|统计|补录|打印|班主任签|签[字名])|签[字名]|盖章|total|endoflist/i
/** Columns that are filled in before anybody knows who stands in the row. */
const PREFILLED: ReadonlySet<ImportField> = new Set([
  'grade',
  'className',
  'entryYear',
  'college',
  'major',
  'headTeacher',
  'boarding',
  'sex',
  'ethnicity',
])

/**
 * Whether a row stands for a student: no blank line, no title that comes again, no sum, no closing words.
 * `titles` come as `compact` leaves them.
 */
export function isStudentRow(
  row: readonly Cell[],
  at: ReadonlyMap<ImportField, number>,
  titles: readonly string[],
): boolean {
  const said = [...at].flatMap(([field, column]) => {
    const text = compact(cellText(row[column]))
    return text === '' ? [] : [{ field, column, text }]
  })
  if (said.every(({ field }) => PREFILLED.has(field))) return false
  const isTitle = said.filter(({ column, text }) => text === titles[column]).length
  if (isTitle > 0 && isTitle >= said.length / 2) return false
  const distinct = new Set(said.map(({ text }) => text))
  if (distinct.size === 1) return said.length === 1 && said[0]?.field === 'name' && isPersonName(said[0].text)
  const number = readNumber(row[at.get('studentNo') ?? at.get('nationalNo') ?? -1]).value
  if (number !== null && /\d/.test(number)) return true
  if (said.some(({ field, text: name }) => field === 'name' && isPersonName(name))) return true
  return !row.some((cell) => CLOSING.test(compact(cellText(cell)).slice(0, 40)))
}

const isPersonName = (text: string): boolean =>
  /^[\p{Script=Han}·]{2,15}$/u.test(readName(text)) && !CLOSING.test(text) && !/[名单册表班级]$/.test(text)
