import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  /** Calendar date `YYYY-MM-DD`. */
  value: string | null
  onChange: (date: string | null) => void
  isClearable?: boolean
  hasError?: boolean
  /** What stands in an empty field. */
  placeholder?: string
}

/** A calendar date as text on both sides, chosen or typed. */
export function DateField({ label, value, onChange, isClearable = false, hasError = false, placeholder }: Props) {
  const { i18n } = useTranslation()
  return (
    <DatePicker
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value ? dayjs(value) : null}
      allowClear={isClearable}
      status={hasError ? 'error' : undefined}
      format={
        i18n.language === 'en'
          ? ['D MMM YYYY', 'YYYY-MM-DD', 'YYYYMMDD']
          : ['YYYY 年 M 月 D 日', 'YYYY-MM-DD', 'YYYYMMDD']
      }
      onChange={(date) => onChange(date ? date.format('YYYY-MM-DD') : null)}
    />
  )
}
