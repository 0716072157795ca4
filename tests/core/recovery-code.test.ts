import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { formatRecoveryCode, parseRecoveryCode } from '#core/recovery-code'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ROUNDS = 50

it('what is printed reads back, in any case, with blanks, and with O for 0 and I or L for 1', () => {
  for (let i = 0; i < 500; i++) {
    const bytes = randomBytes(20)
    const code = formatRecoveryCode(bytes)
    const sloppy = code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', i % 2 ? 'i' : 'l')
      .replaceAll(' ', '\n  ')
    expect(parseRecoveryCode(code)).toEqual({ bytes: Uint8Array.from(bytes) })
    expect(parseRecoveryCode(sloppy)).toEqual({ bytes: Uint8Array.from(bytes) })
  }
})
it('every single wrong character is noticed, in its line', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const plain = [...formatRecoveryCode(randomBytes(20)).replace(/[\s-]/gu, '')]
    plain.forEach((right, at) => {
      for (const wrong of ALPHABET) {
        if (wrong === right) continue
        const typed = [...plain.slice(0, at), wrong, ...plain.slice(at + 1)].join('')
        expect(parseRecoveryCode(typed)).toEqual({ wrongLines: [Math.floor(at / 9)] })
      }
    })
  }
})
it('every swap of two neighbours in a line is noticed', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const plain = [...formatRecoveryCode(randomBytes(20)).replace(/[\s-]/gu, '')]
    for (let at = 0; at < plain.length - 1; at++) {
      if (plain[at] === plain[at + 1] || at % 9 === 8) continue
      const swapped = [...plain.slice(0, at), plain[at + 1], plain[at], ...plain.slice(at + 2)].join('')
      expect(parseRecoveryCode(swapped)).toHaveProperty('wrongLines')
    }
  }
})
it('a code that is too short, too long or empty is refused', () => {
  const code = formatRecoveryCode(randomBytes(20))
  for (const typed of ['', code.slice(0, -2), `${code} 7`, '静室'])
    expect(parseRecoveryCode(typed)).toHaveProperty('wrongLines')
})
