import type { ReactNode } from 'react'

export type TagTone = 'plain' | 'green' | 'amber' | 'red' | 'blue'

export function Tag({ tone = 'plain', title, children }: { tone?: TagTone; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  )
}
