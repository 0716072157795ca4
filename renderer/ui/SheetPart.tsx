import './sheet-part.css'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { GrowingText } from './GrowingText.tsx'

type Props = {
  label: string
  text?: string
  hint?: string
  hasFocus?: boolean
  maxLength?: number
  /** Left out where it is only read. */
  onChange?: (text: string) => void
  /** Chips and fields above the text. */
  children?: ReactNode
}

/** One part of a quiet paper sheet: its name left, plain text that grows beside it. */
export function SheetPart({ label, text, hint, hasFocus = false, maxLength = 20_000, onChange, children }: Props) {
  const id = useId()
  return (
    <div className="sheet-part">
      {onChange ? (
        <label className="sheet-part-label" htmlFor={id}>
          {label}
        </label>
      ) : (
        <span className="sheet-part-label">{label}</span>
      )}
      <div className="sheet-part-answer">
        {children}
        {text !== undefined &&
          (onChange ? (
            <GrowingText
              id={id}
              text={text}
              hint={hint}
              hasFocus={hasFocus}
              maxLength={maxLength}
              onChange={onChange}
            />
          ) : (
            <div className={text ? 'sheet-part-read' : 'sheet-part-read sheet-part-empty'}>{text || '—'}</div>
          ))}
      </div>
    </div>
  )
}
