import './finder.css'
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useHeldEnter } from '#lib/use-held-enter'

export type Finding = { key: string; name: ReactNode; hint?: ReactNode; mark?: ReactNode }
type Props = {
  label: string
  placeholder: string
  startText?: string
  findings: readonly Finding[]
  /** Choices that always stand below what was found. */
  others?: readonly Finding[]
  /** What is shown still answers to the letters before. */
  isLooking?: boolean
  onText: (text: string) => void
  onPick: (key: string) => void
}

/** One box and what it finds: type, arrow down, Enter. */
export function Finder(props: Props) {
  const { label, placeholder, startText = '', findings, others = [], isLooking = false, onText, onPick } = props
  const id = useId()
  const [text, setText] = useState(startText)
  const [at, setAt] = useState(0)
  const rows = [...findings, ...others]
  const enter = useHeldEnter(isLooking, () => {
    const chosen = rows[at]
    if (chosen) onPick(chosen.key)
  })
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && rows.length > 0) setAt((at + step + rows.length) % rows.length)
    else if (event.key === 'Enter' && !event.ctrlKey) enter.press()
    else return
    event.preventDefault()
  }
  return (
    <div className="finder">
      <Input
        autoFocus
        allowClear
        role="combobox"
        aria-label={label}
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
        placeholder={placeholder}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          enter.forget()
          onText(event.target.value)
        }}
        onKeyDown={walk}
      />
      <div className="finder-list" id={`${id}-list`} role="listbox" aria-label={label}>
        {rows.map((row, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box above has the keys
          <div
            key={row.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={`finder-row${index === at ? ' finder-row-on' : ''}${index === findings.length ? ' finder-other' : ''}`}
            onClick={() => onPick(row.key)}
            onMouseMove={() => setAt(index)}
          >
            <span className="finder-name">{row.name}</span>
            {row.hint && <span className="finder-hint">{row.hint}</span>}
            {row.mark}
          </div>
        ))}
      </div>
    </div>
  )
}
