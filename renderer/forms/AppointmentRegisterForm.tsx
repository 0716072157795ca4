import type { PrintModel } from '#contract/prints'
import { formatDate, formatShortWeekday, formatTime } from '#lib/format'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = {
  day: '30mm',
  time: '25mm',
  name: '22mm',
  className: '*',
  place: '30mm',
  receiver: '20mm',
  state: '18mm',
} as const

/** 预约登记表 (F02) of one week, without why. */
export function AppointmentRegisterForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { register, period, school } = model
  if (!period) return null
  const heads = ['day', 'time', 'name', 'className', 'place', 'receiver', 'state'] as const
  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={school.name}
        title={t('hour-papers.register.title')}
        about={t('hour-papers.week', { from: paperDate(period.from), to: paperDate(period.to) })}
      />
      <EntryRow
        heads="register"
        columns={heads.map((key) => ({ key, width: WIDTHS[key], content: t(`hour-papers.register.${key}`) }))}
      />
      {register.map((line) => (
        <EntryRow
          key={line.visitId}
          under="register"
          columns={[
            {
              key: 'day',
              width: WIDTHS.day,
              content: `${formatDate(line.from)} ${formatShortWeekday(line.from)}`,
            },
            { key: 'time', width: WIDTHS.time, content: `${formatTime(line.from)}–${formatTime(line.until)}` },
            { key: 'name', width: WIDTHS.name, content: line.studentName },
            { key: 'className', width: WIDTHS.className, content: line.className },
            {
              key: 'place',
              width: WIDTHS.place,
              content: line.place || code('channels', line.channel),
            },
            { key: 'receiver', width: WIDTHS.receiver, content: line.receiverName },
            { key: 'state', width: WIDTHS.state, content: code('visitStates', line.state) },
          ]}
        />
      ))}
      {register.length === 0 && <ProseBlock text={t('hour-papers.register.none')} />}
    </PagedForm>
  )
}
