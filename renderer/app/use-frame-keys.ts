import { useEffect } from 'react'
import { openDialog } from '#lib/dialogs'
import { useSession } from '#lib/session'
import { lockRoom } from './lock.ts'

/** The keys that work everywhere: Ctrl+K search, Ctrl+L lock, F9 crisis. */
export const useFrameKeys = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const session = useSession.getState()
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isCommand && event.key.toLowerCase() === 'k') session.setSearchOpen(!session.isSearchOpen)
      else if (isCommand && event.key.toLowerCase() === 'l') void lockRoom()
      else if (event.key === 'F9') openDialog({ kind: 'crisis', studentId: session.studentId })
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
