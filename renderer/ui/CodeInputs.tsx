import './recovery-code.css'
import { useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isWholeLine, plainOf, shapeLine, shapeLines } from '#lib/recovery-lines'

type Props = { lines: readonly string[]; wrong: readonly number[]; onChange: (lines: string[]) => void }

/** One field a line, passing the caret on; wrong ones are marked so that only they need another look. */
export function CodeInputs({ lines, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const fields = useRef<(HTMLInputElement | null)[]>([])
  const set = (index: number, text: string) => {
    const line = shapeLine(text)
    onChange(lines.map((one, at) => (at === index ? line : one)))
    if (isWholeLine(line)) fields.current[index + 1]?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (plainOf(text).length <= 9) return
    event.preventDefault()
    onChange(shapeLines(text))
  }
  const stepBack = (index: number, event: KeyboardEvent) => {
    if (event.key === 'Backspace' && !lines[index]) fields.current[index - 1]?.focus()
  }
  return (
    <div className="recovery-inputs">
      {lines.map((line, index) => (
        <label key={index}>
          <small>{index + 1}</small>
          <input
            ref={(field) => {
              fields.current[index] = field
            }}
            className="door-input door-code"
            aria-label={t('setup.recovery.line', { line: index + 1 })}
            aria-invalid={wrong.includes(index)}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck={false}
            maxLength={11}
            placeholder="····-····-·"
            value={line}
            onChange={(event) => set(index, event.target.value)}
            onKeyDown={(event) => stepBack(index, event)}
            onPaste={paste}
          />
        </label>
      ))}
    </div>
  )
}
