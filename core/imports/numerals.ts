const DIGITS = '零一二三四五六七八九十'

/** A whole number below 100, in Arabic or Chinese numerals: 08, 8, 八, 十, 十二, 二十一. */
export function readNumeral(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const chinese = text.replaceAll('两', '二').replaceAll('〇', '零')
  const [, tens, ones] = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(chinese) ?? []
  if (chinese.includes('十') && chinese !== '') {
    if (!/^[一二三四五六七八九]?十[一二三四五六七八九]?$/.test(chinese)) return null
    return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
  }
  const single = chinese.length === 1 ? DIGITS.indexOf(chinese) : -1
  return single > 0 ? single : null
}

/** 一 to 九十九. */
export function chineseNumeral(value: number): string {
  if (value <= 10) return DIGITS[value] ?? String(value)
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : DIGITS[tens]}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`
}
