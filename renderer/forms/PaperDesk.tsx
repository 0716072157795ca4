import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { PaperState } from './paper-state.ts'
import './paper.css'

type Props = {
  title: string
  /** Sends the paper to the printer; gets the number of sheets. */
  onPrint: (sheets: number) => void
  onBack: () => void
  /** Said above the first sheet, not printed. */
  notice?: ReactNode
  children: ReactNode
}

/**
 * The whole window as a desk with the sheets on it, exactly as they will be on paper. While it is open, it is the only
 * thing the page can print.
 */
export function PaperDesk({ title, onPrint, onBack, notice, children }: Props) {
  const { t } = useTranslation()
  const [sheets, setSheets] = useState<number | null>(null)
  const desk = useRef<HTMLDivElement>(null)
  const tell = useCallback((count: number | null) => setSheets(count), [])

  useEffect(() => {
    const room = document.getElementById('root')
    const before = document.activeElement
    room?.setAttribute('inert', '')
    desk.current?.focus()
    return () => {
      room?.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAbove = event.target instanceof Element && event.target.closest('.ant-modal')
      if (event.defaultPrevented || isAbove) return
      if (event.key === 'Escape') {
        // What comes back from under the desk must not be closed by the same key.
        event.stopPropagation()
        onBack()
      } else if (event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        if (sheets) onPrint(sheets)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onBack, onPrint, sheets])

  return createPortal(
    <div className="paper-desk" role="dialog" aria-modal aria-label={title} tabIndex={-1} ref={desk}>
      <div className="paper-bar">
        <h1>{title}</h1>
        <span className="paper-hint" role="status">
          {sheets === null ? t('prints.layingOut') : t('prints.sheets', { n: sheets })}
        </span>
        <Button onClick={onBack}>
          {t('prints.back')} <kbd>Esc</kbd>
        </Button>
        <Button type="primary" disabled={!sheets} onClick={() => sheets && onPrint(sheets)}>
          {t('prints.print')} <kbd>Ctrl P</kbd>
        </Button>
      </div>
      {notice && <div className="paper-notice">{notice}</div>}
      <PaperState value={tell}>
        <div className="papers">{children}</div>
      </PaperState>
    </div>,
    document.body,
  )
}
