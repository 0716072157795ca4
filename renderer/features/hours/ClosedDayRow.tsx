import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CLOSED_DAY_KINDS } from '#contract/code-tables'
import type { ClosedDay } from '#contract/hours'
import { client } from '#lib/client'
import { useCodes } from '#lib/use-codes'
import { useSetting } from '#lib/use-setting'
import { DateField } from '#ui/DateField'
import { SavedAt } from '#ui/SavedAt'
import { WEEKDAYS } from './week.ts'

const isWhole = ({ name, fromDay, toDay, kind, asWeekday }: ClosedDay) =>
  name.trim() !== '' && fromDay <= toDay && (kind !== 'extra' || asWeekday !== null)

/** One span of days, saved as soon as it has a name. */
export function ClosedDayRow({ start, onRemove }: { start: ClosedDay; onRemove: () => void }) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { value, change, saved } = useSetting(
    start,
    (day, requestId) => client.hours.saveClosedDay({ day, requestId }),
    isWhole,
    'hours',
  )
  const { kind, name, fromDay, toDay, asWeekday } = value
  return (
    <li className="hours-closed-day">
      <Select
        aria-label={t('hours.closed.kind')}
        value={kind}
        options={codes('closedDayKinds', CLOSED_DAY_KINDS)}
        onChange={(next) => change({ ...value, kind: next, asWeekday: next === 'extra' ? (asWeekday ?? 1) : null })}
      />
      <Input
        aria-label={t('hours.closed.name')}
        placeholder={t('hours.closed.name')}
        maxLength={40}
        value={name}
        onChange={(event) => change({ ...value, name: event.target.value })}
      />
      <DateField
        label={t('hours.closed.from')}
        value={fromDay}
        onChange={(day) => day && change({ ...value, fromDay: day, toDay: day > toDay ? day : toDay })}
      />
      <span aria-hidden="true">–</span>
      <DateField
        label={t('hours.closed.to')}
        value={toDay}
        hasError={toDay < fromDay}
        onChange={(day) => day && change({ ...value, toDay: day })}
      />
      {kind === 'extra' ? (
        <Select
          aria-label={t('hours.closed.as')}
          value={asWeekday}
          options={WEEKDAYS.map((weekday) => ({
            value: weekday,
            label: t('hours.closed.asDay', { day: t(`hours.weekdays.${weekday}`) }),
          }))}
          onChange={(weekday) => change({ ...value, asWeekday: weekday })}
        />
      ) : (
        <SavedAt savedAt={saved.savedAt} isSaving={saved.isSaving} hasFailed={saved.failure !== null} />
      )}
      <Button type="text" size="small" onClick={onRemove}>
        {t('hours.closed.remove')}
      </Button>
    </li>
  )
}
