import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

/** A list of Row pieces; the up and down arrows go from one row's name or verb to the next row's. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...(list.current?.children ?? [])]
    const here = rows.findIndex((row) => row.contains(document.activeElement))
    const next = rows[here + (event.key === 'ArrowDown' ? 1 : -1)]
    if (here === -1 || !next) return
    const wantsVerb = document.activeElement?.closest('.row-verb') !== null
    const target =
      (wantsVerb && next.querySelector<HTMLElement>('.row-verb button')) || next.querySelector<HTMLElement>('button')
    target?.focus()
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows only move focus between the buttons inside
    <ul className="rows" ref={list} aria-label={label} onKeyDown={walk}>
      {children}
    </ul>
  )
}
