/** Words that stand in no program: where they are read outside the vault, a record is. In every free text of P1. */
export const CANARY = '纸鸢Zéphyr落天台'

/** Each spelling that a program could write the canary in. */
export function spellings(text: string = CANARY): Map<string, Buffer> {
  const utf8 = Buffer.from(text)
  const found = new Map<string, Buffer>([
    ['UTF-8', utf8],
    ['UTF-8, decomposed', Buffer.from(text.normalize('NFD'))],
    ['UTF-8, as a search keeps it', Buffer.from(text.toLowerCase())],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
    ['GBK', gbkOf(text)],
    ['JSON', Buffer.from(escaped(text))],
    ['URL', Buffer.from(encodeURIComponent(text))],
    ['hex', Buffer.from(utf8.toString('hex'))],
  ])
  // What stands around it decides the first and the last letters; those between are always the same.
  for (const shift of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    found.set(`base64, ${shift}`, Buffer.from(shifted.slice(shift === 0 ? 0 : 4, -4)))
  }
  return found
}

const escaped = (text: string): string =>
  text.replace(/[^\u{20}-\u{7e}]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Node reads GBK and does not write it: every pair of bytes is read until the characters are found. */
function gbkOf(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Buffer.from([...text].flatMap((one) => (one < '\u{80}' ? [one.charCodeAt(0)] : (bytes.get(one) ?? []))))
}
