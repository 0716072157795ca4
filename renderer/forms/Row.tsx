import type { ReactNode } from 'react'

export type Cell = {
  label: string
  value: ReactNode
  /** Twice as wide as the others. */
  wide?: boolean
}

/** One line of the grid: label and value, side by side as often as needed. */
export function Row({ cells, keep = false }: { cells: readonly Cell[]; keep?: boolean }) {
  return (
    <div className="paper-row" data-keep={keep ? '' : undefined}>
      {cells.map(({ label, value, wide }) => (
        <div className={wide ? 'paper-cell paper-wide' : 'paper-cell'} key={label}>
          <div className="paper-label">{label}</div>
          <div className="paper-value">{value}</div>
        </div>
      ))}
    </div>
  )
}
