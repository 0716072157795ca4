import { useEffect, useRef } from 'react'
import type { Find } from './finds.ts'

type Props = { id: string; find: Find; heading?: string; isHere: boolean; onPoint: () => void }

export function SearchRow({ id, find, heading, isHere, onPoint }: Props) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <>
      {heading && (
        <div className="search-group" role="presentation">
          {heading}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box above has the keys */}
      <div
        ref={row}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isHere}
        className={isHere ? 'search-row search-row-on' : 'search-row'}
        onClick={find.run}
        onMouseMove={onPoint}
      >
        <strong>{find.name}</strong>
        {find.hint && <span className="search-hint">{find.hint}</span>}
        {find.mark}
      </div>
    </>
  )
}
