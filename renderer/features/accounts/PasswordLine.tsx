import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { label?: string; value: string; hint?: string; hasFocus?: boolean; onChange: (value: string) => void }

/** The password of whoever is at the desk, asked for where keys are touched. */
export function PasswordLine({ label, value, hint, hasFocus = false, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label ?? t('accounts.ownPassword')}</label>
      <Input
        id={id}
        size="large"
        type="password"
        autoFocus={hasFocus}
        autoComplete="off"
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <span className="field-hint">{hint}</span>}
    </div>
  )
}
