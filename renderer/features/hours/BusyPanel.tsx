import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, weekdayOf } from '#contract/calendar'
import { client } from '#lib/client'
import { formatDate } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ClockField } from '#ui/ClockField'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { hoursQueries } from './queries.ts'
import { WEEKDAYS } from './week.ts'

const MONTHS_AHEAD = 180

/** When I cannot receive: lessons, meetings. Others see that I am busy, not with what. */
export function BusyPanel() {
  const { t } = useTranslation()
  const titleId = useId()
  const { me, today } = useWorkplace()
  const { data, error } = useQuery(hoursQueries.get(today, addDays(today, MONTHS_AHEAD)))
  const [repeats, setRepeats] = useState<'weekly' | 'once'>('weekly')
  const [weekday, setWeekday] = useState<number>(() => Math.max(1, weekdayOf(today)))
  const [day, setDay] = useState(today)
  const [span, setSpan] = useState({ from: '14:00', to: '15:00' })
  const [title, setTitle] = useState('')
  const save = useWrite(client.hours.saveBusy, {
    invalidates: ['hours', 'appointments'],
    onSuccess: () => setTitle(''),
  })
  const remove = useWrite(client.hours.removeBusy, { invalidates: ['hours', 'appointments'] })
  const mine = (data?.busy ?? []).filter((one) => one.userId === me.id)
  const isWeekly = repeats === 'weekly'

  return (
    <Panel title={t('hours.busy.title')}>
      <p className="setting-hint">{t('hours.busy.hint')}</p>
      {error && <ErrorState error={error} what={t('hours.failed')} />}
      {mine.length > 0 && (
        <ul className="rows">
          {mine.map((one) => (
            <Row
              key={one.id}
              lead={one.day === null ? t(`hours.weekdays.${one.weekday}`) : formatDate(one.day)}
              name={`${one.startsAt}–${one.endsAt}`}
              hint={one.title}
              verb={
                <Button size="small" onClick={() => remove.write({ id: one.id })}>
                  {t('hours.busy.remove')}
                </Button>
              }
            />
          ))}
        </ul>
      )}
      <FormRow label={t('hours.busy.when')}>
        <div className="form-row-line">
          <Chips
            label={t('hours.busy.when')}
            value={repeats}
            options={(['weekly', 'once'] as const).map((value) => ({ value, label: t(`hours.busy.${value}`) }))}
            onChange={setRepeats}
          />
          {isWeekly ? (
            <Chips
              label={t('hours.busy.weekday')}
              value={weekday}
              options={WEEKDAYS.map((value) => ({ value, label: t(`hours.weekdays.${value}`) }))}
              onChange={setWeekday}
            />
          ) : (
            <DateField label={t('hours.busy.day')} value={day} onChange={(date) => date && setDay(date)} />
          )}
        </div>
      </FormRow>
      <FormRow label={t('hours.busy.time')}>
        <span className="hours-stretch">
          <ClockField label={t('hours.busy.from')} value={span.from} onChange={(from) => setSpan({ ...span, from })} />
          <span aria-hidden="true">–</span>
          <ClockField
            label={t('hours.busy.to')}
            value={span.to}
            hasError={span.to <= span.from}
            onChange={(to) => setSpan({ ...span, to })}
          />
        </span>
      </FormRow>
      <FormRow label={t('hours.busy.what')} htmlFor={titleId} hint={t('hours.busy.whatHint')}>
        <div className="hours-line">
          <Input id={titleId} maxLength={40} value={title} onChange={(event) => setTitle(event.target.value)} />
          <Button
            disabled={span.to <= span.from}
            loading={save.isPending}
            onClick={() =>
              save.write({
                busy: {
                  id: crypto.randomUUID(),
                  title: title.trim(),
                  weekday: isWeekly ? weekday : null,
                  day: isWeekly ? null : day,
                  startsAt: span.from,
                  endsAt: span.to,
                  fromDay: isWeekly ? today : day,
                  untilDay: null,
                },
              })
            }
          >
            {t('hours.busy.add')}
          </Button>
        </div>
      </FormRow>
      {(save.error ?? remove.error) && <ErrorState error={save.error ?? remove.error} what={t('hours.notSaved')} />}
    </Panel>
  )
}
