/** The code is four lines, each `ABCD-EFGH-J`; the last character checks its line. */
export const LINES = 4
const CHARACTERS = 9
export const linesOf = (code: string): string[] => code.split(' ')

/** What was typed for one line, in the shape of the sheet. */
export const shapeLine = (text: string): string => {
  const plain = plainOf(text).slice(0, CHARACTERS)
  return [plain.slice(0, 4), plain.slice(4, 8), plain.slice(8)].filter(Boolean).join('-')
}
export const plainOf = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
export const isWholeLine = (line: string): boolean => plainOf(line).length === CHARACTERS
/** All lines of a code that was pasted as a whole. */
export const shapeLines = (text: string): string[] => {
  const plain = plainOf(text)
  return Array.from({ length: LINES }, (_, line) => shapeLine(plain.slice(line * CHARACTERS)))
}
