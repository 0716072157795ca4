import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chips } from '#ui/Chips'

const MOST = 8
type Props = {
  options: readonly string[]
  choice: string
  onChange: (part: { options?: string[]; choice?: string }) => void
}

/** What was offered, line by line; the client chooses one of them or something else. */
export function OptionLines({ options, choice, onChange }: Props) {
  const { t } = useTranslation()
  const set = (index: number, text: string) =>
    onChange({ options: options.map((one, at) => (at === index ? text : one)) })
  const named = [...new Set(options.map((option) => option.trim()).filter(Boolean))]
  return (
    <div className="referral-options">
      {options.map((option, index) => (
        <div className="form-row-line referral-option" key={index}>
          <Input
            aria-label={t('referrals.option', { n: index + 1 })}
            placeholder={t('referrals.optionHint')}
            autoFocus={option === ''}
            maxLength={200}
            value={option}
            onChange={(event) => set(index, event.target.value)}
          />
          <Button
            type="text"
            size="small"
            aria-label={t('referrals.removeOption', { n: index + 1 })}
            onClick={() => onChange({ options: options.filter((_, at) => at !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      {options.length < MOST && (
        <Button size="small" onClick={() => onChange({ options: [...options, ''] })}>
          {t('referrals.addOption')}
        </Button>
      )}
      {named.length > 0 && (
        <div className="form-row-line">
          <span className="field-hint">{t('referrals.choice')}</span>
          <Chips
            label={t('referrals.choice')}
            value={choice}
            options={named.map((option) => ({ value: option, label: option }))}
            onChange={(chosen) => onChange({ choice: chosen })}
          />
        </div>
      )}
    </div>
  )
}
