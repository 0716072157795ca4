import { marked, type Token, type Tokens } from 'marked'

/** One thing the guide says. `id` is the same in both languages. */
export type GuideSection = { id: string; title: string; tokens: Token[]; plain: string }
export type GuidePart = { title: string; sections: GuideSection[] }

/** Names a heading: `### <a id="today"></a>Today`. */
const ANCHOR = /<a id="(?<id>[a-z-]+)"><\/a>/u

/**
 * The parts and sections of a page of the guide. Its sections are the headings of depth `sections`, its parts those above;
 * what stands before the first section of a part is a section of its own. One without an anchor is named `<page>-<n>`.
 */
export function readGuide(text: string, { page, sections }: { page: string; sections: 2 | 3 }): GuidePart[] {
  const parts: GuidePart[] = []
  let count = 0
  const begin = (id: string | undefined, title: string): GuideSection => {
    const section = { id: id ?? (count === 0 ? page : `${page}-${count}`), title, tokens: [], plain: title }
    count += 1
    parts.at(-1)?.sections.push(section)
    return section
  }
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading' && token['depth'] < sections)
      parts.push({ title: titleOf(token as Tokens.Heading), sections: [] })
    else if (token.type === 'heading' && token['depth'] === sections)
      begin(ANCHOR.exec(token.raw)?.groups?.['id'], titleOf(token as Tokens.Heading))
    else if (token.type !== 'space') {
      const section = parts.at(-1)?.sections.at(-1) ?? begin(undefined, parts.at(-1)?.title ?? '')
      section.tokens.push(token)
      section.plain += `\n${plainOf(token)}`
    }
  }
  return parts.filter((part) => part.sections.length > 0)
}

const titleOf = ({ tokens }: Tokens.Heading): string => tokens.map(plainOf).join('')

/** What a reader sees of a token. */
function plainOf(token: Token): string {
  if (token.type === 'html') return ''
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows].map((cells) => cells.map((cell) => cell.tokens.map(plainOf).join('')).join(' ')).join('\n')
  }
  if (token.type === 'list') return (token as Tokens.List).items.map(plainOf).join('\n')
  if ('tokens' in token && token.tokens) return token.tokens.map(plainOf).join('')
  return 'text' in token ? String(token['text']) : ''
}

/** The sections in which a reader would find these words; all of them without any. */
export function sectionsWith(parts: readonly GuidePart[], words: string): GuidePart[] {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return [...parts]
  return parts
    .map((part) => ({
      ...part,
      sections: part.sections.filter(({ plain }) => plain.toLowerCase().includes(wanted)),
    }))
    .filter((part) => part.sections.length > 0)
}

/** A title page is a part of one section of the same name, which then stands for both. */
export const hasName = ({ title, sections }: GuidePart): boolean => sections[0]?.title !== title
