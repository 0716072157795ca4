import { Popover } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { topOf } from '#lib/day-grid'
import type { Sheet } from '#lib/day-grid'
import type { Block } from './blocks.ts'

type Props = { block: Block; columns: number; sheet: Sheet; isFirm: boolean; onClose: () => void; children: ReactNode }

/** A card that stands beside a block. It takes the focus; Esc puts it away, and a click elsewhere unless something is asked. */
export function Anchor({ block, columns, sheet, isFirm, onClose, children }: Props) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = content.current?.querySelector<HTMLElement>('input, .ant-btn-primary, button')
    // After the card has been put in its place.
    const wait = setTimeout(() => (first ?? content.current)?.focus({ preventScroll: true }), 30)
    return () => clearTimeout(wait)
  }, [])
  const { day, span, lane } = block
  return (
    <Popover
      open
      trigger="click"
      placement={day >= columns / 2 ? 'leftTop' : 'rightTop'}
      classNames={{ root: 'cal-card-root' }}
      onOpenChange={(isOpen) => !isOpen && !isFirm && onClose()}
      content={
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the card from whatever has the focus inside
        <div
          className="cal-card"
          ref={content}
          role="dialog"
          tabIndex={-1}
          aria-label={block.line.studentName}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') onClose()
          }}
        >
          {children}
        </div>
      }
    >
      <div
        className="cal-anchor"
        style={{
          left: `${((day + lane.left) / columns) * 100}%`,
          width: `${(lane.width / columns) * 100}%`,
          top: topOf(sheet, span.from),
          height: (span.until - span.from) * sheet.pixelsPerMinute,
        }}
      />
    </Popover>
  )
}
