import { randomBytes } from 'node:crypto'

/**
 * A code for one unlock, given by a colleague on a slip of paper: 80 random bits in Crockford Base32, four groups of four.
 * `O` reads as 0, `I` and `L` as 1; case, blanks and dashes do not matter.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 16

export const newStartCode = (): string => grouped([...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % 32]).join(''))

/** The code as it was printed; null for a text that cannot be one. */
export function startCodeFrom(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  return letters.length === LETTERS && [...letters].every((letter) => ALPHABET.includes(letter))
    ? grouped(letters)
    : null
}

const grouped = (letters: string): string => letters.match(/.{4}/gu)?.join('-') ?? ''
