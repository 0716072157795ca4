import { CONFERENCE_KINDS } from '#contract/contact-tables'
import type { PrintModel } from '#contract/prints'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 交流会记录 (F15), one for the parents and one for the file; 个案研讨记录 (F16) with the number of the case for a name. */
export function ConferenceForm({ model }: { model: PrintModel }) {
  const { t, ticks, running } = usePaperWords(model)
  const { conference } = model
  if (!conference) return null
  const { kind, aims, atHome, atSchool, course, effect, agreed, inside } = conference
  const isDiscussion = kind === 'discussion'
  const isForParents = model.form === 'conference-parents'
  const attendees = conference.attendees
    .map(({ name, role }) => (role ? t('contact-papers.conference.attendee', { name, role }) : name))
    .join(t('forms.comma'))
  const parts: [label: string, text: string][] = isDiscussion
    ? [
        ['questions', aims],
        ['discussion', course],
        ['advice', agreed],
        ['outcome', effect],
      ]
    : [
        ['aims', aims],
        ['atHome', atHome],
        ['atSchool', atSchool],
        ['course', course],
        ['effect', effect],
        ['agreed', agreed],
      ]
  return (
    <PagedForm running={running(conference.no)}>
      <FormTitle
        school={model.school.name}
        title={t(`contact-papers.conference.titles.${kind}`)}
        about={isDiscussion ? undefined : t(`contact-papers.conference.copies.${isForParents ? 'parents' : 'file'}`)}
      />
      <StudentRows model={model} />
      {isDiscussion && (
        <Row cells={[{ label: t('contact-papers.conference.caseNo'), value: <strong>{conference.caseNo}</strong> }]} />
      )}
      <Row
        cells={[
          {
            label: t('contact-papers.conference.at'),
            value: [
              paperMoment(conference.at),
              conference.minutes !== null && t('contact-papers.minutes', { n: conference.minutes }),
            ]
              .filter(Boolean)
              .join(t('forms.comma')),
            wide: true,
          },
          { label: t('contact-papers.conference.place'), value: conference.place },
        ]}
      />
      {!isForParents && !isDiscussion && (
        <Row
          cells={[
            {
              label: t('contact-papers.conference.kind'),
              value: <TickBoxes ticks={ticks('conferenceKinds', CONFERENCE_KINDS, [kind])} />,
            },
          ]}
        />
      )}
      <Row cells={[{ label: t('contact-papers.conference.attendees'), value: attendees }]} />
      {parts.map(([label, text]) => (
        <TextRow key={label} label={t(`contact-papers.conference.${label}`)} text={text.trim()} />
      ))}
      {!isForParents && inside.trim() !== '' && (
        <TextRow label={t('contact-papers.conference.inside')} text={inside.trim()} grows={false} />
      )}
      <Row
        cells={[
          { label: t('contact-papers.conference.nextOn'), value: paperDate(conference.nextOn) },
          { label: t('contact-papers.conference.by'), value: conference.enteredBy },
        ]}
      />
      <SignatureRow
        signatures={
          isDiscussion
            ? [{ who: t('contact-papers.conference.chairSign') }, { who: t('contact-papers.conference.counselorSign') }]
            : [
                { who: t('contact-papers.conference.parentSign') },
                { who: t('contact-papers.conference.teacherSign') },
                { who: t('contact-papers.conference.counselorSign') },
              ]
        }
      />
    </PagedForm>
  )
}
