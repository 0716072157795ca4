import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unbundledCharacters } from '#lib/unbundled-characters'

const css = readFileSync(join(import.meta.dirname, '../../renderer/fonts/faces.css'), 'utf8')
const faces = Array.from(
  css.matchAll(/font-family: '([^']+)'[\s\S]*?unicode-range:\s*([^;]+);/g),
  ([, family, range]) => ({
    family: family ?? '',
    unicodeRange: (range ?? '').replaceAll(/\s+/g, ' '),
  }),
)

describe('the bundled fonts', () => {
  it('have every ideograph of GB 2312 and GBK, Extension A, and rare characters of names', () => {
    const unified = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
    const extensionA = Array.from({ length: 0x4db6 - 0x3400 }, (_, n) => String.fromCodePoint(0x3400 + n)).join('')
    expect(unbundledCharacters(`${unified}${extensionA}𬭎䶮㛃𠮷𰻝㐂𬱖𫖯𬬭`, faces)).toEqual([])
  })
  it('name what they lack, each once, and say nothing of other scripts', () => {
    expect(unbundledCharacters('李𪚥𪚥 Anna ئۇيغۇر བོད་', faces)).toEqual(['𪚥'])
  })
})
