import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'

/** Esc leaves the text box first, then goes back to where one came from; not while something stands above the page. */
export const useEscape = (): void => {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (useGuide.getState().at !== null) return
      if (useDialogs.getState().open !== null || document.querySelector('.ant-modal, .ant-dropdown-open')) return
      const { target } = event
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.blur()
      else void navigate(-1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate])
}
