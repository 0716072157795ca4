const FAMILIES = ['Noto Serif SC', 'Quietroom Rare Han']

const pointsOf = function* (unicodeRange: string): Generator<number> {
  for (const part of unicodeRange.split(',')) {
    const [first = '', last = first] = part.trim().slice(2).split('-')
    for (let point = Number.parseInt(first, 16); point <= Number.parseInt(last, 16); point++) yield point
  }
}

/** Chinese characters of `text` that no bundled face has; only a font of this machine could show them. */
export const unbundledCharacters = (
  text: string,
  faces: Iterable<Pick<FontFace, 'family' | 'unicodeRange'>> = document.fonts,
): string[] => {
  const bundled = new Set<number>()
  for (const { family, unicodeRange } of faces)
    if (FAMILIES.includes(family.replaceAll(/["']/g, '')))
      for (const point of pointsOf(unicodeRange)) bundled.add(point)
  return [...new Set(text.match(/\p{Script=Han}/gu))].filter((character) => !bundled.has(character.codePointAt(0) ?? 0))
}
