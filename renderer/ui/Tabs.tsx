import './tabs.css'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

type Props<V extends string> = {
  label: string
  tabs: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
}

/** Sections of one page, one at a time; arrows change the section. */
export function Tabs<V extends string>({ label, tabs, value, onChange }: Props<V>) {
  const list = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const at = (tabs.findIndex((tab) => tab.value === value) + step + tabs.length) % tabs.length
    const next = tabs[at]
    if (!next) return
    onChange(next.value)
    list.current?.querySelectorAll('button')[at]?.focus()
    event.preventDefault()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} tabIndex={-1} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
