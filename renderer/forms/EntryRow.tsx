import type { CSSProperties, ReactNode } from 'react'

export type Column = { key: string; width: string; align?: 'figure' | 'begins' | 'part'; content: ReactNode }
type Props = {
  columns: readonly Column[]
  /** This row titles the rows `under` the same name and is repeated on the pages they go on to. */
  heads?: string
  under?: string
  /** Stays on the page of the row below; titles always do. */
  keep?: boolean
}

const widthOf = (width: string): CSSProperties =>
  width === '*' ? { flex: '1 1 0', minWidth: 0 } : { flex: 'none', width }

/** One line of a list: columns of set widths, `*` takes the rest. */
export function EntryRow({ columns, heads, under, keep = false }: Props) {
  return (
    <div
      className={heads ? 'paper-row paper-entry paper-titles' : 'paper-row paper-entry'}
      data-heads={heads}
      data-under={under}
      data-keep={heads || keep ? '' : undefined}
    >
      {columns.map(({ key, width, align, content }) => (
        <div key={key} style={widthOf(width)} className={align && `paper-${align}`}>
          {content}
        </div>
      ))}
    </div>
  )
}
