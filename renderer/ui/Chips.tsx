import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

export type Chip<V extends string | number> = { value: V; label: string; hint?: string }
type Shared<V extends string | number> = { label: string; options: readonly Chip<V>[]; isDisabled?: boolean }
type One<V extends string | number> = Shared<V> & { value: V | null; onChange: (value: V) => void; isMultiple?: false }
type Many<V extends string | number> = Shared<V> & {
  value: readonly V[]
  onChange: (value: V[]) => void
  isMultiple: true
}

/** Options that all can be seen at once. Arrows move, Space or Enter chooses; one choice behaves like radio buttons. */
export function Chips<V extends string | number>(props: One<V> | Many<V>) {
  const { label, options, isDisabled = false } = props
  const group = useRef<HTMLDivElement>(null)
  const isChosen = (value: V) => (props.isMultiple ? props.value.includes(value) : props.value === value)
  const choose = (value: V) => {
    if (!props.isMultiple) props.onChange(value)
    else props.onChange(isChosen(value) ? props.value.filter((one) => one !== value) : [...props.value, value])
  }
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    const chips = [...(group.current?.querySelectorAll('button') ?? [])]
    const here = chips.indexOf(document.activeElement as HTMLButtonElement)
    chips[(here + step + chips.length) % chips.length]?.focus()
    event.preventDefault()
  }
  const chosenAt = options.findIndex((option) => isChosen(option.value))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows only move focus between the chips inside
    <div
      className="chips"
      role={props.isMultiple ? 'group' : 'radiogroup'}
      aria-label={label}
      ref={group}
      onKeyDown={walk}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          className={isChosen(option.value) ? 'chip chip-on' : 'chip'}
          role={props.isMultiple ? 'checkbox' : 'radio'}
          aria-checked={isChosen(option.value)}
          title={option.hint}
          disabled={isDisabled}
          tabIndex={props.isMultiple || index === Math.max(chosenAt, 0) ? 0 : -1}
          onClick={() => choose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
