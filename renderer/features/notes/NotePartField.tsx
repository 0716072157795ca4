import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { NotePart } from '#contract/note-parts'
import { useTranslation } from 'react-i18next'
import { useWorkplace } from '#lib/workplace'
import { WordingHints } from '#ui/WordingHints'
import { snippetsFor, triggerAt } from './snippets.ts'

type Props = {
  part: NotePart
  text: string
  hint?: string
  hasFocus: boolean
  onChange: (text: string) => void
  /** Chips above the text. */
  children?: ReactNode
}

/** One part of the note: plain text that grows. A semicolon and a short word bring a standing text. */
export function NotePartField({ part, text, hint, hasFocus, onChange, children }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { snippets } = useWorkplace()
  const field = useRef<HTMLTextAreaElement>(null)
  const caretAfter = useRef<number | null>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const [isTyping, setTyping] = useState(hasFocus)
  const trigger = caret === null ? null : triggerAt(text, caret)
  const found = trigger ? snippetsFor(trigger.typed, snippets) : []

  useLayoutEffect(() => {
    if (caretAfter.current === null) return
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })
  const insert = (index: number) => {
    const snippet = found[index]
    if (!trigger || !snippet || caret === null) return
    caretAfter.current = trigger.start + snippet.text.length
    onChange(text.slice(0, trigger.start) + snippet.text + text.slice(caret))
    setCaret(null)
    field.current?.focus()
  }
  const look = (at: number, length: number) => {
    field.current?.focus()
    field.current?.setSelectionRange(at, at + length)
  }
  const press = (event: KeyboardEvent) => {
    if (found.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((chosen + step + found.length) % found.length)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) insert(chosen)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="sheet-part">
      <label className="sheet-part-label" htmlFor={id}>
        {t(`codes.noteParts.${part}`)}
      </label>
      <div className="sheet-part-answer note-answer">
        {children}
        <textarea
          id={id}
          ref={field}
          className={part === 'homework' || part === 'next' ? 'sheet-part-text' : 'sheet-part-text note-text'}
          rows={1}
          maxLength={20_000}
          spellCheck={false}
          autoFocus={hasFocus}
          placeholder={hint}
          value={text}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          onChange={(event) => {
            onChange(event.target.value)
            setCaret(event.target.selectionStart)
            setChosen(0)
          }}
          onKeyDown={press}
          onFocus={() => setTyping(true)}
          onBlur={() => {
            setCaret(null)
            setTyping(false)
          }}
        />
        {!isTyping && <WordingHints text={text} onPick={look} />}
        {found.length > 0 && (
          <div className="note-snippets" id={`${id}-list`} role="listbox" aria-label={t('notes.snippets')}>
            {found.map((snippet, index) => (
              <div
                key={snippet.id}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className={index === chosen ? 'note-snippet note-snippet-on' : 'note-snippet'}
                onMouseDown={(event) => {
                  event.preventDefault()
                  insert(index)
                }}
              >
                <b>;{snippet.trigger}</b>
                <span>{snippet.text}</span>
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
