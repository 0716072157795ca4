import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  /** Local wall time `YYYY-MM-DDTHH:MM`. */
  value: string | null
  onChange: (at: string | null) => void
  isClearable?: boolean
  hasError?: boolean
  id?: string
}

/** A day and a time, chosen or typed. */
export function MomentField({ label, value, onChange, isClearable = false, hasError = false, id }: Props) {
  const { i18n } = useTranslation()
  return (
    <DatePicker
      id={id}
      aria-label={label}
      value={value ? dayjs(value) : null}
      allowClear={isClearable}
      status={hasError ? 'error' : undefined}
      showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs().hour(8).minute(0) }}
      needConfirm={false}
      format={
        i18n.language === 'en' ? ['D MMM YYYY HH:mm', 'YYYY-MM-DD HH:mm'] : ['M 月 D 日 HH:mm', 'YYYY-MM-DD HH:mm']
      }
      onChange={(at) => onChange(at ? at.format('YYYY-MM-DDTHH:mm') : null)}
    />
  )
}
