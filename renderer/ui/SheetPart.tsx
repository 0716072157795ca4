import './sheet-part.css'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { GrowingText } from './GrowingText.tsx'
import { WordingHints } from './WordingHints.tsx'

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
  const [isTyping, setTyping] = useState(hasFocus)
  const look = (at: number, length: number) => {
    const field = document.getElementById(id)
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.setSelectionRange(at, at + length)
  }
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
              onTyping={setTyping}
            />
          ) : (
            <div className={text ? 'sheet-part-read' : 'sheet-part-read sheet-part-empty'}>{text || '—'}</div>
          ))}
        {onChange && text !== undefined && !isTyping && <WordingHints text={text} onPick={look} />}
      </div>
    </div>
  )
}
