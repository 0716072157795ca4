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
    <div className="row" data-keep={keep ? '' : undefined}>
      {cells.map(({ label, value, wide }) => (
        <div className={wide ? 'cell wide' : 'cell'} key={label}>
          <div className="label">{label}</div>
          <div className="value">{value}</div>
        </div>
      ))}
    </div>
  )
}
