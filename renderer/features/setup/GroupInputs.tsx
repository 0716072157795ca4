import { useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { GROUPS } from './setup-state.ts'

type Props = { groups: readonly string[]; wrong: readonly number[]; onChange: (groups: string[]) => void }
const clean = (text: string) => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** Nine small fields that pass the caret on; wrong ones are marked so that only they need another look. */
export function GroupInputs({ groups, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const fields = useRef<(HTMLInputElement | null)[]>([])
  const set = (index: number, text: string) => {
    const value = clean(text).slice(0, 4)
    onChange(groups.map((group, at) => (at === index ? value : group)))
    if (value.length === 4) fields.current[index + 1]?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const text = clean(event.clipboardData.getData('text'))
    if (text.length <= 4) return
    event.preventDefault()
    onChange(Array.from({ length: GROUPS }, (_, at) => text.slice(at * 4, at * 4 + 4)))
  }
  const stepBack = (index: number, event: KeyboardEvent) => {
    if (event.key === 'Backspace' && !groups[index]) fields.current[index - 1]?.focus()
  }
  return (
    <div className="recovery-inputs">
      {groups.map((group, index) => (
        <label key={index}>
          <small>{index + 1}</small>
          <input
            ref={(field) => {
              fields.current[index] = field
            }}
            className="door-input door-code"
            aria-label={t('setup.recovery.group', { group: index + 1 })}
            aria-invalid={wrong.includes(index)}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck={false}
            maxLength={4}
            value={group}
            onChange={(event) => set(index, event.target.value)}
            onKeyDown={(event) => stepBack(index, event)}
            onPaste={paste}
          />
        </label>
      ))}
    </div>
  )
}
