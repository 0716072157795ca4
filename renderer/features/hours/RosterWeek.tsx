import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, weekdayOf } from '#contract/calendar'
import type { OpenStretch, Shift } from '#contract/hours'
import { client } from '#lib/client'
import { formatDate, formatShortWeekday } from '#lib/format'
import { useMay } from '#lib/rights'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ClockField } from '#ui/ClockField'
import { SavedAt } from '#ui/SavedAt'
import { SHIFT_KINDS, type ShiftKind, spanOf } from './shift-kinds.ts'
import { weekFrom } from './week.ts'

type Props = { monday: string; start: readonly Shift[]; before: readonly Shift[]; weekly: readonly OpenStretch[] }

/** People down, days across: a click puts the chosen shift down or takes it away. Saved by itself. */
export function RosterWeek({ monday, start, before, weekly }: Props) {
  const { t } = useTranslation()
  const { accounts } = useWorkplace()
  const mayChange = useMay()('hours.saveShifts')
  const [kind, setKind] = useState<ShiftKind>('hours')
  const [own, setOwn] = useState({ from: '12:00', to: '13:30' })
  const { value, change, saved } = useSetting(
    [...start],
    (shifts, requestId) =>
      client.hours.saveShifts({ monday, shifts: shifts.map(({ userName: _userName, ...shift }) => shift), requestId }),
    (shifts) => shifts.every(({ startsAt, endsAt }) => startsAt < endsAt),
    'hours',
  )
  const people = accounts.filter(({ roles }) => roles.some((role) => role === 'counselor' || role === 'duty'))
  const days = weekFrom(monday)

  const press = (userId: string, userName: string, day: string) => {
    const { from, to } = kind === 'own' ? own : spanOf(kind, weekly, weekdayOf(day))
    const there = value.find(
      (shift) => shift.userId === userId && shift.day === day && shift.startsAt === from && shift.endsAt === to,
    )
    if (there) change(value.filter((shift) => shift !== there))
    else change([...value, { id: crypto.randomUUID(), day, startsAt: from, endsAt: to, userId, userName, note: '' }])
  }
  const copy = () => change(before.map((shift) => ({ ...shift, id: crypto.randomUUID(), day: addDays(shift.day, 7) })))

  return (
    <>
      {mayChange && (
        <div className="roster-tools">
          <Chips
            label={t('hours.roster.kind')}
            value={kind}
            options={SHIFT_KINDS.map((one) => ({ value: one, label: t(`hours.roster.kinds.${one}`) }))}
            onChange={setKind}
          />
          {kind === 'own' && (
            <span className="hours-stretch">
              <ClockField
                label={t('hours.roster.from')}
                value={own.from}
                onChange={(from) => setOwn({ ...own, from })}
              />
              <span aria-hidden="true">–</span>
              <ClockField
                label={t('hours.roster.to')}
                value={own.to}
                hasError={own.to <= own.from}
                onChange={(to) => setOwn({ ...own, to })}
              />
            </span>
          )}
          <SavedAt savedAt={saved.savedAt} isSaving={saved.isSaving} hasFailed={saved.failure !== null} />
          {before.length > 0 && value.length === 0 && (
            <Button size="small" onClick={copy}>
              {t('hours.roster.copy')}
            </Button>
          )}
        </div>
      )}
      <table className="roster">
        <thead>
          <tr>
            <th scope="col">{t('hours.roster.who')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {formatShortWeekday(day)}
                <span>{formatDate(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {days.map((day) => {
                const shifts = value
                  .filter((shift) => shift.userId === id && shift.day === day)
                  .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
                const times = shifts.map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`)
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className={shifts.length > 0 ? 'roster-cell roster-on' : 'roster-cell'}
                      disabled={!mayChange || (kind === 'own' && own.to <= own.from)}
                      aria-label={t('hours.roster.cell', {
                        name,
                        day: formatShortWeekday(day),
                        times: times.join(' ') || t('hours.roster.none'),
                      })}
                      onClick={() => press(id, name, day)}
                    >
                      {times.map((time) => (
                        <span key={time}>{time}</span>
                      ))}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
