import { FileProblem } from './file-problem.ts'

/**
 * Text of a file whose encoding nobody wrote down: byte order mark, UTF-16 by its NUL bytes, strict UTF-8, and then
 * GB18030, which is what Chinese spreadsheet programs mean by "CSV". `declared` is a charset that the file itself names.
 */
export function decodeText(bytes: Buffer, declared?: string): string {
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes.subarray(3))
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes.subarray(2))
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes.subarray(2))
  const wide = wideOrder(bytes)
  if (wide) return decode(wide, bytes)
  if (declared && isKnown(declared)) {
    const text = decode(declared, bytes)
    if (damage(text) === 0) return text
  }
  const utf8 = decode('utf-8', bytes)
  if (damage(utf8) === 0) return utf8
  const gb = decode('gb18030', bytes)
  // A UTF-8 file with a torn character at its end must not turn into another language.
  const best = damage(utf8) <= damage(gb) || damage(utf8) < 0.01 ? utf8 : gb
  if (damage(best) > 0.05) throw new FileProblem('not-a-table')
  return best
}

/** No text encoding but UTF-16 has NUL bytes; they stand on the side of the high byte of digits and separators. */
function wideOrder(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 65_536)
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0) return null
  if (bytes.length % 2 === 0 && odd > even * 10 && odd > head.length / 40) return 'utf-16le'
  if (bytes.length % 2 === 0 && even > odd * 10 && even > head.length / 40) return 'utf-16be'
  throw new FileProblem('not-a-table')
}

const isKnown = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding.length > 0
  } catch {
    return false
  }
}

const decode = (label: string, bytes: Buffer): string => new TextDecoder(label).decode(bytes)

/** Share of characters outside ASCII that could not be read. */
function damage(text: string): number {
  let foreign = 0
  let lost = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    foreign++
    if (code === 0xfffd) lost++
  }
  return foreign === 0 ? 0 : lost / foreign
}
