import './sheet-dialog.css'
import { Button, Modal } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from './Kbd.tsx'

type Props = {
  title: ReactNode
  /** About whom this is, fixed above the form. */
  who?: { name: string; facts?: string; tone?: 'plain' | 'amber' | 'red' } | null
  width?: number
  /** The one green button; without it the sheet only shows. */
  verb?: string
  isDanger?: boolean
  isBusy?: boolean
  isDisabled?: boolean
  /** The sheet opens with the focus on the green button, where nothing is to be filled in. */
  isVerbFirst?: boolean
  /** Left of the buttons: what is still missing, or when the draft was saved. */
  foot?: ReactNode
  extra?: ReactNode
  /** What was typed before has come back; this throws it away. */
  onStartAnew?: () => void
  onSubmit?: () => void
  /** Left out when the sheet cannot be put aside before it is answered. */
  onClose?: () => void
  children: ReactNode
}

/** A form on a sheet of paper. Ctrl+Enter sends it, Esc goes back. */
export function SheetDialog(props: Props) {
  const { title, who, width = 720, verb, isDanger, isBusy = false, isDisabled = false, foot, extra } = props
  const { t } = useTranslation()
  const submit = useEffectEvent(() => {
    if (!isBusy && !isDisabled) props.onSubmit?.()
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      submit()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
  return (
    <Modal
      open
      className="sheet"
      width={width}
      style={{ top: 28 }}
      title={title}
      onCancel={props.onClose}
      closable={props.onClose !== undefined}
      keyboard={props.onClose !== undefined}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="sheet-foot">
          <div className="sheet-foot-hint">
            {foot}
            {props.onStartAnew && (
              <>
                {' '}
                {t('frame.draft.restored')}
                <Button type="link" size="small" onClick={props.onStartAnew}>
                  {t('frame.draft.startAnew')}
                </Button>
              </>
            )}
          </div>
          {extra}
          {verb && who && (
            <span className={`sheet-foot-who sheet-who-${who.tone ?? 'plain'}`}>
              <strong>{who.name}</strong> {who.facts?.split(' · ')[0]}
            </span>
          )}
          {props.onClose && <Button onClick={props.onClose}>{t(verb ? 'frame.cancel' : 'frame.close')}</Button>}
          {verb && (
            <Button
              type="primary"
              danger={isDanger}
              loading={isBusy}
              disabled={isDisabled}
              autoFocus={props.isVerbFirst}
              aria-keyshortcuts="Control+Enter"
              onClick={props.onSubmit}
            >
              {verb}
              <Kbd keys="Ctrl ⏎" />
            </Button>
          )}
        </div>
      }
    >
      {who && (
        <div className={`sheet-who sheet-who-${who.tone ?? 'plain'}`}>
          <strong>{who.name}</strong>
          {who.facts && <span>{who.facts}</span>}
        </div>
      )}
      {props.children}
    </Modal>
  )
}
