import { addDays } from '#contract/calendar'
import type { PrintModel } from '#contract/prints'
import { formatDate, formatShortWeekday } from '#lib/format'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const NAME = '22mm'

/** 值班表和交接班记录 (F29): a week. */
export function RosterForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { hours, period, school, handovers } = model
  if (!hours || !period) return null
  const days = Array.from({ length: 7 }, (_, index) => addDays(period.from, index))
  const people = [...new Map(hours.shifts.map(({ userId, userName }) => [userId, userName]))]
  return (
    <PagedForm running={{ ...running(''), isPublic: true, foot: '' }}>
      <FormTitle
        school={school.name}
        title={t('hour-papers.roster.title')}
        about={t('hour-papers.week', { from: paperDate(period.from), to: paperDate(period.to) })}
      />
      <EntryRow
        heads="roster"
        columns={[
          { key: 'name', width: NAME, content: t('hour-papers.roster.name') },
          ...days.map((day) => ({
            key: day,
            width: '*',
            content: (
              <>
                <div>{formatShortWeekday(day)}</div>
                <div className="paper-hint">{formatDate(day)}</div>
              </>
            ),
          })),
        ]}
      />
      {people.map(([userId, name]) => (
        <EntryRow
          key={userId}
          under="roster"
          columns={[
            { key: 'name', width: NAME, content: name },
            ...days.map((day) => ({
              key: day,
              width: '*',
              content: hours.shifts
                .filter((shift) => shift.userId === userId && shift.day === day)
                .map(({ id, startsAt, endsAt }) => <div key={id}>{`${startsAt}–${endsAt}`}</div>),
            })),
          ]}
        />
      ))}
      {people.length === 0 && <ProseBlock text={t('hour-papers.roster.none')} />}
      <BandRow title={t('hour-papers.roster.handovers')} />
      {handovers.map((one) => (
        <EntryRow
          key={one.id}
          columns={[
            { key: 'at', width: '44mm', content: paperInstant(one.at) },
            { key: 'who', width: '40mm', content: `${one.fromName} → ${one.toName ?? ''}` },
            {
              key: 'items',
              width: '*',
              content: [...one.items.map(({ list, count }) => `${code('handoverLists', list)} ${count}`), one.note]
                .filter(Boolean)
                .join(t('forms.comma')),
            },
          ]}
        />
      ))}
      {handovers.length === 0 && <ProseBlock text={t('hour-papers.roster.noHandover')} />}
      <SignatureRow signatures={[{ who: t('hour-papers.roster.sign') }]} />
    </PagedForm>
  )
}
