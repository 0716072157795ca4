import './strip.css'
import type { ReactNode } from 'react'

type Props = {
  tone: 'plain' | 'amber' | 'red'
  /** One character in the round seal; left out on narrow strips. */
  seal?: string
  name: ReactNode
  facts?: ReactNode
  second?: ReactNode
  tags?: ReactNode
  children?: ReactNode
}

/** The strip above a page about one person; its left edge carries the colour. */
export function Strip({ tone, seal, name, facts, second, tags, children }: Props) {
  return (
    <header className={`strip strip-${tone}`}>
      {seal && (
        <div className="strip-seal" aria-hidden="true">
          {seal}
        </div>
      )}
      <div className="strip-text">
        <div className="strip-first">
          <h1 className="strip-name">{name}</h1>
          {facts && <span className="strip-facts">{facts}</span>}
        </div>
        {second && <div className="strip-facts">{second}</div>}
      </div>
      {tags && <div className="strip-tags">{tags}</div>}
      <div className="strip-actions">{children}</div>
    </header>
  )
}
