import type { ReactNode } from 'react'

/** Title in the book face, what it is about beside it, actions on the right. */
export function PageHeader({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {hint && <div className="page-hint">{hint}</div>}
      <div className="page-actions">{children}</div>
    </header>
  )
}
