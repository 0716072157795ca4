import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'react-router'
import { openDialog, useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'
import { guideSectionAt } from '#lib/guide-sections'
import { useMay } from '#lib/rights'
import { useSession } from '#lib/session'
import { lockRoom } from './lock.ts'

/** The keys that work everywhere: Ctrl+K search, Ctrl+L lock, F1 the guide, F8 a contact, F9 crisis; each for those who may. */
export const useFrameKeys = (): void => {
  const may = useEffectEvent(useMay())
  const place = useLocation()
  const turnGuide = useEffectEvent(() => {
    const { at, open, close } = useGuide.getState()
    if (at === null) open(guideSectionAt(place, useDialogs.getState().open?.kind ?? null))
    else close()
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const session = useSession.getState()
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isCommand && event.key.toLowerCase() === 'k' && may('students.find'))
        session.setSearchOpen(!session.isSearchOpen)
      else if (isCommand && event.key.toLowerCase() === 'l') void lockRoom()
      else if (event.key === 'F1') turnGuide()
      else if (event.key === 'F8' && may('contacts.record'))
        openDialog({ kind: 'contact', studentId: session.studentId })
      else if (event.key === 'F9' && may('crises.open')) openDialog({ kind: 'crisis', studentId: session.studentId })
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
