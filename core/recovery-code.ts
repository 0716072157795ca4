/**
 * The printed recovery code: 160 random bits as 32 Crockford Base32 characters in four lines of two groups, each line closed
 * by one check character (base 37). The check is weighted by position, so that every single wrong character and every
 * swap of two neighbours is noticed (security.md §3.3, K5). `O` reads as 0, `I` and `L` as 1; case and blanks do not matter.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECKS = `${ALPHABET}*~$=U`
const LINE = 8
const LINES = 4
/** 9⁻¹ mod 37. */
const INVERSE_OF_9 = 33

/** `bytes`: 20 random bytes. Gives `ABCD-EFGH-J` four times, separated by blanks. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== 20) throw new RangeError('a recovery code has 20 bytes')
  const values = toFives(bytes)
  const lines = Array.from({ length: LINES }, (_, line) => values.slice(line * LINE, (line + 1) * LINE))
  return lines
    .map((line) => `${lettersOf(line.slice(0, 4))}-${lettersOf(line.slice(4))}-${CHECKS[checkOf(line)]}`)
    .join(' ')
}

/** A fresh code that is letters and digits only, so that it is easy to write and type; costs less than one bit. */
export function newRecoveryBytes(random: (count: number) => Uint8Array): Uint8Array {
  for (;;) {
    const bytes = random(20)
    if (!/[*~$=U]/u.test(formatRecoveryCode(bytes))) return bytes
  }
}

/** The 20 bytes when the code is whole and right, else the numbers (0-based) of the lines that are wrong. */
export function parseRecoveryCode(text: string): { bytes: Uint8Array } | { wrongLines: number[] } {
  const characters = [...text.toUpperCase()].filter((character) => !/[\s\-–—]/u.test(character))
  const wrongLines: number[] = []
  const values: number[] = []
  for (let line = 0; line < LINES; line++) {
    const part = characters.slice(line * (LINE + 1), (line + 1) * (LINE + 1))
    const five = part.slice(0, LINE).map(valueOf)
    const check = part[LINE] === undefined ? -1 : CHECKS.indexOf(plain(part[LINE]))
    if (part.length !== LINE + 1 || five.includes(-1) || check !== checkOf(five)) wrongLines.push(line)
    values.push(...five)
  }
  if (wrongLines.length > 0 || characters.length !== LINES * (LINE + 1))
    return { wrongLines: wrongLines.length > 0 ? wrongLines : [LINES - 1] }
  return { bytes: fromFives(values) }
}

const plain = (character: string): string =>
  character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character
const valueOf = (character: string): number => ALPHABET.indexOf(plain(character))
const lettersOf = (values: number[]): string => values.map((value) => ALPHABET[value]).join('')

/** c with Σ position·value + 9·c ≡ 0 (mod 37). */
function checkOf(values: number[]): number {
  const sum = values.reduce((total, value, i) => total + (i + 1) * value, 0)
  return (((37 - (sum % 37)) % 37) * INVERSE_OF_9) % 37
}

function toFives(bytes: Uint8Array): number[] {
  const values: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      values.push((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return values
}

function fromFives(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const value of values) {
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
      held &= (1 << bits) - 1
    }
  }
  return Uint8Array.from(bytes)
}
