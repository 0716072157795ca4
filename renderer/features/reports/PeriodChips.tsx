import { useTranslation } from 'react-i18next'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { OWN, useChosenPeriod, type Period, type PeriodChoice } from './periods.ts'

type Props = { choices: readonly PeriodChoice[]; chosen: string; period: Period }

export function PeriodChips({ choices, chosen, period }: Props) {
  const { t } = useTranslation()
  const { choose, setOwn } = useChosenPeriod()
  const isBackwards = period.to < period.from
  return (
    <div className="report-period">
      <Chips
        label={t('reports.period')}
        value={chosen}
        options={[
          ...choices.map(({ key, name }) => ({ value: key, label: name })),
          { value: OWN, label: t('reports.own') },
        ]}
        onChange={(key) => (key === OWN ? setOwn(period) : choose(key))}
      />
      {chosen === OWN && (
        <>
          <DateField
            label={t('reports.from')}
            value={period.from}
            onChange={(from) => from && setOwn({ ...period, from })}
          />
          <span aria-hidden="true">–</span>
          <DateField
            label={t('reports.to')}
            value={period.to}
            hasError={isBackwards}
            onChange={(to) => to && setOwn({ ...period, to })}
          />
          {isBackwards && <span className="field-error">{t('reports.backwards')}</span>}
        </>
      )}
    </div>
  )
}
