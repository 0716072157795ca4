import { AppError } from '#contract/errors'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of a file that came as base64 text. */
export function decodeBase64(text: string): Uint8Array {
  const values = new Int16Array(128).fill(-1)
  for (let value = 0; value < ALPHABET.length; value++) values[ALPHABET.charCodeAt(value)] = value
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let index = 0; index < length; index++) {
    const value = values[text.charCodeAt(index)] ?? -1
    if (value < 0) throw new AppError('invalid', { field: 'content', reason: 'broken' })
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 0xff
    }
  }
  return bytes
}
