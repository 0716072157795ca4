import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Token, Tokens } from 'marked'

type Props = {
  tokens: readonly Token[]
  /** Marked wherever they stand. */
  words: string
  /** Follows a link to another section or page of the guide. */
  onGo: (to: string) => void
}

/** Markdown as elements of React: no text of the guide is ever read as HTML, and no link leads out of the window. */
export function GuideTokens({ tokens, ...rest }: Props) {
  return tokens.map((token, index) => <Fragment key={index}>{one(token, rest)}</Fragment>)
}

function one(token: Token, rest: Omit<Props, 'tokens'>): ReactNode {
  const inside = (tokens: readonly Token[] | undefined) => <GuideTokens tokens={tokens ?? []} {...rest} />
  switch (token.type) {
    case 'paragraph':
      return <p>{inside(token.tokens)}</p>
    case 'heading':
      return <h4>{inside(token.tokens)}</h4>
    case 'list':
      return listOf(token as Tokens.List, rest)
    case 'table':
      return tableOf(token as Tokens.Table, rest)
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{inside(token.tokens)}</blockquote>
    case 'strong':
      return <strong>{inside(token.tokens)}</strong>
    case 'em':
      return <em>{inside(token.tokens)}</em>
    case 'codespan':
      return <code>{withMarks((token as Tokens.Codespan).text, rest.words)}</code>
    case 'br':
      return <br />
    case 'link': {
      const { href } = token as Tokens.Link
      return /^#[a-z-]+$|^[\w.-]+\.md$/u.test(href) ? (
        <button type="button" className="guide-link" onClick={() => rest.onGo(href)}>
          {inside(token.tokens)}
        </button>
      ) : (
        inside(token.tokens)
      )
    }
    case 'text':
      return token.tokens ? inside(token.tokens) : withMarks(token['text'] as string, rest.words)
    case 'escape':
      return token['text'] as string
    case 'html':
    case 'space':
    case 'hr':
      return null
    default:
      return 'tokens' in token && inside(token.tokens)
  }
}

function listOf({ ordered, start, items }: Tokens.List, rest: Omit<Props, 'tokens'>): ReactNode {
  const rows = items.map((item, index) => (
    <li key={index}>
      <GuideTokens tokens={item.tokens} {...rest} />
    </li>
  ))
  return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>
}

function tableOf({ header, rows }: Tokens.Table, rest: Omit<Props, 'tokens'>): ReactNode {
  const line = (cells: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    cells.map(({ tokens }, index) => (
      <Cell key={index}>
        <GuideTokens tokens={tokens} {...rest} />
      </Cell>
    ))
  return (
    <table>
      <thead>
        <tr>{line(header, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>{line(cells, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

function withMarks(text: string, words: string): ReactNode {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return text
  const found: ReactNode[] = []
  let from = 0
  for (let at = text.toLowerCase().indexOf(wanted); at >= 0; at = text.toLowerCase().indexOf(wanted, from)) {
    found.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + wanted.length)}</mark>)
    from = at + wanted.length
  }
  return [...found, text.slice(from)]
}
