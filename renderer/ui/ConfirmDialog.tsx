import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './ErrorState.tsx'

type Props = {
  title: string
  children?: ReactNode
  /** The verb on the button, never "OK". */
  verb: string
  isDanger?: boolean
  isBusy?: boolean
  /** Label of a reason that must be given; without it none is asked. */
  reasonLabel?: string
  /** Why it was not done; the reason stays where it was typed. */
  error?: unknown
  onConfirm: (reason: string) => void
  onCancel: () => void
}

export function ConfirmDialog({
  title,
  children,
  verb,
  isDanger,
  isBusy,
  reasonLabel,
  error,
  onConfirm,
  onCancel,
}: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const id = useId()
  const isMissing = reasonLabel !== undefined && reason.trim() === ''
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText={t('frame.cancel')}
      okButtonProps={{ danger: isDanger, disabled: isMissing, loading: isBusy }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onCancel}
      width={460}
    >
      {children}
      {Boolean(error) && <ErrorState error={error} isTextSafe />}
      {reasonLabel !== undefined && (
        <div className="field">
          <label htmlFor={id}>{reasonLabel}</label>
          <Input.TextArea
            id={id}
            autoFocus
            maxLength={200}
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
    </Modal>
  )
}
