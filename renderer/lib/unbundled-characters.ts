const FAMILIES = ['Noto Serif SC', 'Quietroom Rare Han']

type Span = readonly [first: number, last: number]
const spansOf = (unicodeRange: string): Span[] =>
  unicodeRange.split(',').map((part) => {
    const [first = '', last = first] = part.trim().slice(2).split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })

/** Chinese characters of `text` that no bundled face has; only a font of this machine could show them. */
export const unbundledCharacters = (text: string, faces: Iterable<FontFace> = document.fonts): string[] => {
  const spans = Array.from(faces)
    .filter((face) => FAMILIES.includes(face.family.replaceAll(/["']/g, '')))
    .flatMap((face) => spansOf(face.unicodeRange))
  const han = new Set(text.match(/\p{Script=Han}/gu))
  return [...han].filter((character) => {
    const point = character.codePointAt(0) ?? 0
    return !spans.some(([first, last]) => first <= point && point <= last)
  })
}
