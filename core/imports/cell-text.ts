import type { Cell } from './workbook.ts'

/** What a person reads in the cell. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return cell.date
    case 'number':
      return cell.text
    case 'boolean':
      return cell.value ? 'true' : 'false'
  }
}

const WIDE = /[\uff01-\uff5e\u3000]/
/** Full-width letters, digits and signs become ordinary ones; every other character stays what it is. */
export const foldWidth = (text: string): string =>
  WIDE.test(text)
    ? text
        .replaceAll(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
        .replaceAll('\u3000', ' ')
    : text

/** Characters that nobody sees: zero-width marks and direction overrides. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g

// eslint-disable-next-line no-control-regex -- that is what is looked for
const UNTIDY = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
/** One line without outer blanks; inner breaks and control characters become a blank. */
export const tidyLine = (text: string): string =>
  UNTIDY.test(text)
    ? text
        .replaceAll(UNSEEN, '')
        // eslint-disable-next-line no-control-regex -- that is what goes
        .replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
        .trim()
    : text.trim()

/** Text as written, with outer blanks removed and inner line breaks as LF. */
export const tidyProse = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- everything but tab and line feed goes
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()

/** For comparing words: ordinary width, no blanks at all, lower case. */
export const compact = (text: string): string => foldWidth(tidyLine(text)).replaceAll(/\s+/g, '').toLowerCase()
