import type { ReactNode } from 'react'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = {
  day: '40mm',
  opener: '*',
  count: '24mm',
  no: '34mm',
  received: '26mm',
  writer: '18mm',
  state: '*',
  who: '24mm',
  notified: '28mm',
} as const

/** 心理信箱登记 (F28): every day it was opened, empty ones included, and what came of each letter. Nobody is named. */
export function LetterboxForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { letterbox, period } = model
  if (!letterbox || !period) return null
  const column = (key: keyof typeof WIDTHS, content: ReactNode) => ({ key, width: WIDTHS[key], content })
  const words = (key: string) => t(`contact-papers.letterbox.${key}`)
  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={model.school.name}
        title={words('title')}
        about={t('contact-papers.period', { from: paperDate(period.from), to: paperDate(period.to) })}
      />
      <BandRow title={t('contact-papers.letterbox.openings', { n: letterbox.openings.length })} />
      <EntryRow
        heads="openings"
        columns={[column('day', words('day')), column('opener', words('opener')), column('count', words('count'))]}
      />
      {letterbox.openings.map(({ day, openedBy, count }) => (
        <EntryRow
          key={day}
          under="openings"
          columns={[column('day', paperDate(day)), column('opener', openedBy), column('count', count)]}
        />
      ))}
      <BandRow title={t('contact-papers.letterbox.letters', { n: letterbox.letters.length })} />
      <EntryRow
        heads="letters"
        columns={[
          column('no', words('no')),
          column('received', words('received')),
          column('writer', words('writer')),
          column('state', words('state')),
          column('who', words('who')),
          column('notified', words('notified')),
        ]}
      />
      {letterbox.letters.map((letter) => (
        <EntryRow
          key={letter.id}
          under="letters"
          columns={[
            column('no', letter.no),
            column('received', letter.receivedOn),
            column('writer', code('letterWriters', letter.writer)),
            column(
              'state',
              [code('letterStates', letter.state), letter.answeredAt?.slice(0, 10)].filter(Boolean).join(' '),
            ),
            column('who', letter.assignedTo?.name),
            column('notified', letter.notifiedAt?.slice(0, 10)),
          ]}
        />
      ))}
    </PagedForm>
  )
}
