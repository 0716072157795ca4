import type { ReactNode } from 'react'

/** Says what will stand here and offers the first step. */
export function EmptyState({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {children && <div className="empty-step">{children}</div>}
    </div>
  )
}
