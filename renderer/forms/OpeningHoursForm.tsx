import type { ClosedDay } from '#contract/hours'
import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const
const WIDTHS = { day: '44mm', hours: '*' } as const

/** 开放时间公示 (F53): what hangs on the door. */
export function OpeningHoursForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { hours, school } = model
  if (!hours) return null
  const timesOf = (weekday: number) =>
    hours.weekly
      .filter((one) => one.weekday === weekday)
      .map(({ from, to }) => `${from}–${to}`)
      .join(t('forms.comma'))
  const daysOf = ({ fromDay, toDay }: ClosedDay) =>
    fromDay === toDay ? paperDate(fromDay) : `${paperDate(fromDay)} – ${paperDate(toDay)}`
  return (
    <PagedForm running={{ ...running(''), isPublic: true, foot: '' }}>
      <FormTitle school={school.name} title={t('hour-papers.door.title')} about={school.roomName} />
      <EntryRow
        heads="week"
        columns={[
          { key: 'day', width: WIDTHS.day, content: t('hour-papers.door.day') },
          { key: 'hours', width: WIDTHS.hours, content: t('hour-papers.door.hours') },
        ]}
      />
      {WEEKDAYS.map((weekday) => (
        <EntryRow
          key={weekday}
          under="week"
          columns={[
            { key: 'day', width: WIDTHS.day, content: t(`hours.weekdays.${weekday}`) },
            { key: 'hours', width: WIDTHS.hours, content: timesOf(weekday) || t('hour-papers.door.shut') },
          ]}
        />
      ))}
      <div className="paper-gap" data-keep="" />
      {hours.closedDays.length > 0 && (
        <>
          <EntryRow
            heads="closed"
            columns={[
              { key: 'day', width: '70mm', content: t('hour-papers.door.soon') },
              { key: 'hours', width: WIDTHS.hours, content: t('hour-papers.door.what') },
            ]}
          />
          {hours.closedDays.map((day) => (
            <EntryRow
              key={day.id}
              under="closed"
              columns={[
                { key: 'day', width: '70mm', content: daysOf(day) },
                {
                  key: 'hours',
                  width: WIDTHS.hours,
                  content: [
                    day.name,
                    day.kind === 'extra' && day.asWeekday !== null
                      ? t('hours.closed.asDay', { day: t(`hours.weekdays.${day.asWeekday}`) })
                      : code('closedDayKinds', day.kind),
                  ].join(t('forms.comma')),
                },
              ]}
            />
          ))}
        </>
      )}
      <ProseBlock text={t('hour-papers.door.how')} />
      {school.phone !== '' && <ProseBlock text={t('hour-papers.phone', { phone: school.phone })} />}
    </PagedForm>
  )
}
