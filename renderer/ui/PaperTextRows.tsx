import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRow } from './FormRow.tsx'

type Versioned = { version: string; text: string }

/** The text of a paper to be signed, and the version that every consent remembers. */
export function PaperTextRows({ value, onChange }: { value: Versioned; onChange: (text: Versioned) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <FormRow label={t('settings.notice.version')} htmlFor={`${id}-version`}>
        <Input
          id={`${id}-version`}
          maxLength={40}
          value={value.version}
          onChange={(event) => onChange({ ...value, version: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('settings.notice.text')} htmlFor={`${id}-text`}>
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 6, maxRows: 24 }}
          maxLength={20_000}
          value={value.text}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      </FormRow>
    </>
  )
}
