import { describe, expect, it } from 'vitest'
import { Line, Prose } from '#contract/times'
import { cleanText } from '#lib/clean-paste'

describe('text pasted from other programs', () => {
  it('line ends of Word, PowerPoint and old files become plain ones', () => {
    expect(cleanText('一\r\n二\u000b三\u2028四', false)).toBe('一\n二\n三\n四')
  })
  it('a cell copied from a spreadsheet fits one line', () => {
    expect(cleanText('七(1)班\t女\r\n', true)).toBe('七(1)班 女')
  })
  it('whatever comes in, the contract takes it afterwards', () => {
    const everything = Array.from({ length: 0xa0 }, (_, code) => String.fromCodePoint(code)).join('')
    expect(Prose.safeParse(cleanText(everything, false)).success).toBe(true)
    expect(Line.safeParse(cleanText(everything, true)).success).toBe(true)
  })
  it('plain text is left as it is', () => {
    expect(cleanText('她说：“好啊”。\n\t第二行', false)).toBe('她说：“好啊”。\n\t第二行')
  })
})
