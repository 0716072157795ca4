import './sheet-part.css'

type Props = {
  id?: string
  /** Where no label stands beside it. */
  label?: string
  text: string
  hint?: string
  hasFocus?: boolean
  isSmall?: boolean
  isReadOnly?: boolean
  maxLength: number
  onChange: (text: string) => void
  /** The focus came or went. */
  onTyping?: (isTyping: boolean) => void
}

/** Plain text on paper, as high as what is written. */
export function GrowingText({
  id,
  label,
  text,
  hint,
  hasFocus,
  isSmall = false,
  isReadOnly,
  maxLength,
  onChange,
  onTyping,
}: Props) {
  return (
    <textarea
      id={id}
      className={isSmall ? 'sheet-part-text sheet-part-small' : 'sheet-part-text'}
      rows={1}
      maxLength={maxLength}
      spellCheck={false}
      aria-label={label}
      placeholder={hint}
      autoFocus={hasFocus}
      readOnly={isReadOnly}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onFocus={() => onTyping?.(true)}
      onBlur={() => onTyping?.(false)}
    />
  )
}
