/**
 * Chinese full-text search with FTS5: overlapping pairs of every run of CJK characters plus its last character alone, and
 * whole lower-cased Latin words and numbers. Two characters are found at once; longer words are checked in the text.
 */
const RUNS = /(\p{Script=Han}+)|([\p{L}\p{N}]+)/gu

function runsOf(text: string): { run: string; han: boolean }[] {
  // A Latin letter next to a Han character starts a new run; mixed runs are split.
  const runs: { run: string; han: boolean }[] = []
  for (const match of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    const whole = match[0]
    for (const part of whole.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
      runs.push({ run: part, han: /\p{Script=Han}/u.test(part) })
  }
  return runs
}

const pairsOf = (characters: string[]): string[] =>
  characters.slice(0, -1).map((character, i) => character + (characters[i + 1] ?? ''))

/** The tokens of a text, separated by blanks, for the `words` column. */
export function indexTokens(text: string): string {
  const tokens: string[] = []
  for (const { run, han } of runsOf(text)) {
    if (!han) tokens.push(run)
    else {
      const characters = [...run]
      tokens.push(...pairsOf(characters), characters.at(-1) ?? '')
    }
  }
  return tokens.join(' ')
}

/** FTS5 expression that finds candidates for every word; null when nothing can be searched. */
export function matchQuery(words: readonly string[]): string | null {
  const terms: string[] = []
  for (const word of words)
    for (const { run, han } of runsOf(word)) {
      const characters = [...run]
      if (!han) terms.push(`"${run}"*`)
      else if (characters.length === 1) terms.push(`"${run}"*`)
      else terms.push(...pairsOf(characters).map((pair) => `"${pair}"`))
    }
  return terms.length === 0 ? null : terms.join(' AND ')
}

/** About 60 characters around the first place the word stands. */
export function excerptAround(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word))
  const from = Math.max(0, at - 20)
  const cut = text.slice(from, from + 60).replace(/\s+/gu, ' ')
  return `${from > 0 ? '…' : ''}${cut}${from + 60 < text.length ? '…' : ''}`
}
