import type { ReactNode } from 'react'

type Props = {
  /** Time or tag at the left edge. */
  lead?: ReactNode
  name: ReactNode
  hint?: ReactNode
  /** A second line, for the words a row cannot do without. */
  second?: string
  /** Short state tags before the verb. */
  state?: ReactNode
  /** The next step, a button with a verb. */
  verb?: ReactNode
  isCurrent?: boolean
  onOpen?: () => void
}

/** One line about one thing: what, who, the rest in hint ink, state, verb. */
export function Row({ lead, name, hint, second, state, verb, isCurrent = false, onOpen }: Props) {
  return (
    <li className={isCurrent ? 'row row-current' : 'row'}>
      {lead !== undefined && <div className="row-lead">{lead}</div>}
      <div className="row-text">
        {onOpen ? (
          <button type="button" className="row-name row-open" onClick={onOpen}>
            {name}
          </button>
        ) : (
          <span className="row-name">{name}</span>
        )}
        {hint && (
          <span className="row-hint" title={typeof hint === 'string' ? hint : undefined}>
            {hint}
          </span>
        )}
        {second && (
          <div className="row-second" title={second}>
            {second}
          </div>
        )}
      </div>
      {state && <div className="row-state">{state}</div>}
      {verb && <div className="row-verb">{verb}</div>}
    </li>
  )
}
