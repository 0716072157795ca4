import type { ReactNode } from 'react'
import type { Contact } from '#contract/contacts'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { StudentRows } from './StudentRows.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { person: '48mm', phone: '34mm', knows: '*', at: '30mm', with: '34mm', said: '*' } as const

/** 家校联系记录 (S39): who may know what, and every contact in its order. Numbers that nobody has confirmed are left out. */
export function ContactLogForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { contactLog } = model
  if (!contactLog) return null
  const column = (key: keyof typeof WIDTHS, content: ReactNode) => ({ key, width: WIDTHS[key], content })
  return (
    <PagedForm running={running('')}>
      <FormTitle school={model.school.name} title={t('contact-papers.log.title')} />
      <StudentRows model={model} />
      <BandRow title={t('contact-papers.log.persons')} />
      <EntryRow
        heads="persons"
        columns={[
          column('person', t('contact-papers.log.person')),
          column('phone', t('contact-papers.log.phone')),
          column('knows', t('contact-papers.log.mayKnow')),
        ]}
      />
      {contactLog.persons.map((person) => (
        <EntryRow
          key={person.id}
          under="persons"
          columns={[
            column('person', `${person.name}　${code('relations', person.relation)}`),
            column('phone', person.phone || (person.confirmedAt === null ? t('contact-papers.log.unconfirmed') : '')),
            column(
              'knows',
              person.mayKnow.map((topic) => code('mayKnow', topic)).join(t('forms.comma')) ||
                t('contact-papers.log.nothingAgreed'),
            ),
          ]}
        />
      ))}
      <BandRow title={t('contact-papers.log.contacts')} />
      <EntryRow
        heads="contacts"
        columns={[
          column('at', t('contact-papers.log.at')),
          column('with', t('contact-papers.log.with')),
          column('said', t('contact-papers.log.said')),
        ]}
      />
      {contactLog.contacts.map((contact) => (
        <EntryRow
          key={contact.id}
          under="contacts"
          columns={[
            column('at', contact.at.replace('T', ' ')),
            column(
              'with',
              [contact.name, code('relations', contact.relation), code('contactWays', contact.way)]
                .filter(Boolean)
                .join(' '),
            ),
            column('said', <Said contact={contact} model={model} />),
          ]}
        />
      ))}
    </PagedForm>
  )
}

function Said({ contact, model }: { contact: Contact; model: PrintModel }) {
  const { t, code } = usePaperWords(model)
  const topics = contact.toldTopics.map((topic) => code('toldTopics', topic)).join(t('forms.comma'))
  const lines: (readonly [string, string | null])[] = [
    [code('contactKinds', contact.kind), code('contactOutcomes', contact.outcome)],
    ['', contact.summary.trim()],
    [t('contact-papers.log.told'), [topics, contact.told.trim()].filter(Boolean).join('：')],
    [t('contact-papers.log.ground'), contact.exceptionGround && code('exceptionGrounds', contact.exceptionGround)],
    [t('contact-papers.log.answer'), contact.answer.trim()],
    [t('contact-papers.log.agreed'), contact.agreed.trim()],
  ]
  const text = lines
    .flatMap(([label, words]) => (words ? [label ? t('contact-papers.log.line', { label, words }) : words] : []))
    .join('\n')
  return (
    <div className="paper-flow" data-flow="">
      {text}
    </div>
  )
}
