import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'

/** Esc leaves the text box first, then goes back to where one came from; not while something stands above the page. */
export const useEscape = (): void => {
  const navigate = useNavigate()
  useEffect(() => {
    let isCovered = false
    // Looked at before anybody acts: what Esc has just closed still stood above the page when the key was pressed.
    const look = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') isCovered = standsAbove()
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isCovered) return
      const { target } = event
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.blur()
      else void navigate(-1)
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [navigate])
}

const standsAbove = (): boolean =>
  useGuide.getState().at !== null ||
  useDialogs.getState().open !== null ||
  document.querySelector('.ant-modal, .ant-dropdown-open') !== null
