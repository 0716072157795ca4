import { useEffect, useEffectEvent } from 'react'
import { useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'
import { useSession } from '#lib/session'

type Acts = {
  before: () => void
  after: () => void
  today: () => void
  week: () => void
  day: () => void
  book: () => void
  undo: () => void
}
const OWN_ARROWS =
  'input, textarea, select, [role=radio], [role=tab], [role=menuitem], [role=dialog] *, [data-block], .cal-cursor'

/** ← → and PageUp, PageDown, T, W, D, N, Ctrl+Z; not while something is typed or stands above the page. */
export const useCalendarKeys = (acts: Acts): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey) return
    if (useDialogs.getState().open || useSession.getState().isSearchOpen) return
    if (useGuide.getState().at !== null) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.matches('input, textarea, select, [contenteditable]')) return
    const act = actOf(event, acts, target?.matches(OWN_ARROWS) ?? false)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

const actOf = (event: KeyboardEvent, acts: Acts, hasOwnArrows: boolean): (() => void) | undefined => {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) return key === 'z' ? acts.undo : undefined
  if (hasOwnArrows && key.startsWith('arrow')) return undefined
  return {
    arrowleft: acts.before,
    arrowright: acts.after,
    pageup: acts.before,
    pagedown: acts.after,
    t: acts.today,
    w: acts.week,
    d: acts.day,
    n: acts.book,
  }[key]
}
