import './period-rows.css'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateField } from './DateField.tsx'

export type Period = { name: string; startsOn: string; endsOn: string }
type Props<P extends Period> = {
  periods: readonly P[]
  onChange: (periods: P[]) => void
  makeNext: () => P
  addLabel: string
}

/** Named spans of time, each from one day to another. */
export function PeriodRows<P extends Period>({ periods, onChange, makeNext, addLabel }: Props<P>) {
  const { t } = useTranslation()
  const set = (index: number, part: Partial<Period>) =>
    onChange(periods.map((period, at) => (at === index ? { ...period, ...part } : period)))
  return (
    <div className="periods">
      {periods.map((period, index) => (
        <div className="period" key={index}>
          <Input
            aria-label={t('frame.period.name')}
            maxLength={40}
            value={period.name}
            status={period.name.trim() ? undefined : 'error'}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <DateField
            label={t('frame.period.from')}
            value={period.startsOn}
            onChange={(date) => date && set(index, { startsOn: date })}
          />
          <span aria-hidden="true">–</span>
          <DateField
            label={t('frame.period.to')}
            value={period.endsOn}
            hasError={period.endsOn <= period.startsOn}
            onChange={(date) => date && set(index, { endsOn: date })}
          />
          {periods.length > 1 && (
            <Button type="text" size="small" onClick={() => onChange(periods.filter((_, at) => at !== index))}>
              {t('frame.period.remove')}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...periods, makeNext()])}>
        {addLabel}
      </Button>
    </div>
  )
}
