import { useEffect, useState } from 'react'
import { createAutosaver } from '#lib/autosaver'
import type { Autosaver, SavingState } from '#lib/autosaver'
import { registerFlusher } from '#lib/flushers'

/**
 * An autosaver for as long as a screen stands; typed text is also saved when the screen goes and before the room locks.
 * `save` is taken once, at the first look: what changes later it must find through references.
 */
export const useAutosave = <T>(save: (value: T) => Promise<void>): Autosaver<T> & SavingState => {
  const [state, setState] = useState<SavingState>({ isSaving: false, failure: null })
  const [saver] = useState(() => createAutosaver(save, setState))
  useEffect(() => {
    const unregister = registerFlusher(saver.flush)
    window.addEventListener('pagehide', saver.leave)
    return () => {
      unregister()
      window.removeEventListener('pagehide', saver.leave)
      saver.leave()
    }
  }, [saver])
  return { ...saver, ...state }
}
