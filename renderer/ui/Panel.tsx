import './sheet-part.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  /** Right of the title: a count, a small filter. */
  extra?: ReactNode
  tone?: 'plain' | 'red'
  className?: string
  children: ReactNode
}

/** One sheet of paper on the page. */
export function Panel({ title, extra, tone = 'plain', className = '', children }: Props) {
  const titleId = useId()
  return (
    <section className={`panel panel-${tone} ${className}`} aria-labelledby={title ? titleId : undefined}>
      {(title || extra) && (
        <div className="panel-head">
          {title && <h2 id={titleId}>{title}</h2>}
          {extra && <div className="panel-extra">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
