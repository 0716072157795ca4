import { TimePicker } from 'antd'
import dayjs from 'dayjs'

type Props = {
  label: string
  value: string
  onChange: (clock: string) => void
  hasError?: boolean
  isDisabled?: boolean
}

const dayAt = (clock: string) => dayjs(`2000-01-01T${clock}`)

/** A time of day `HH:MM`, chosen or typed. */
export function ClockField({ label, value, onChange, hasError = false, isDisabled = false }: Props) {
  return (
    <TimePicker
      className="clock-field"
      aria-label={label}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      allowClear={false}
      showNow={false}
      suffixIcon={null}
      disabled={isDisabled}
      status={hasError ? 'error' : undefined}
      value={value ? dayAt(value) : null}
      onChange={(at) => at && onChange(at.format('HH:mm'))}
    />
  )
}
