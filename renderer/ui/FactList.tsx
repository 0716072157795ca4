import './fact-list.css'
import type { ReactNode } from 'react'

/** What was written, label beside answer; an empty answer is left out. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, text: ReactNode])[] }) {
  return (
    <dl className="fact-list">
      {facts.map(
        ([label, text]) =>
          text !== null &&
          text !== undefined &&
          text !== '' &&
          text !== false && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
