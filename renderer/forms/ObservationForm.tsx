import { URGENCIES } from '#contract/code-tables'
import { OBSERVATION_OUTCOMES, OBSERVATION_SIGNS, REPORTERS } from '#contract/contact-tables'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 班级心理动态报告表 (F50): filled in, or empty for a teacher's pen. */
export function ObservationForm({ model }: { model: PrintModel }) {
  const { t, ticks, running } = usePaperWords(model)
  const { observation } = model
  const words = (key: string) => t(`contact-papers.observation.${key}`)
  return (
    <PagedForm running={running(observation?.no ?? '')}>
      <FormTitle school={model.school.name} title={words('title')} about={words('about')} />
      {model.student ? (
        <StudentRows model={model} />
      ) : (
        <Row
          cells={[
            { label: t('forms.student.name'), value: '' },
            { label: t('forms.student.className'), value: '' },
            { label: t('forms.student.studentNo'), value: '' },
          ]}
        />
      )}
      <Row
        cells={[
          { label: words('reporter'), value: observation?.reporter ?? '' },
          { label: words('observedOn'), value: paperDate(observation?.observedOn ?? null) },
        ]}
      />
      <Row
        cells={[
          {
            label: words('role'),
            value: <TickBoxes ticks={ticks('reporters', REPORTERS, [observation?.reporterRole ?? null])} />,
          },
        ]}
      />
      <Row
        cells={[
          {
            label: words('signs'),
            value: <TickBoxes ticks={ticks('observationSigns', OBSERVATION_SIGNS, observation?.signs ?? [])} />,
          },
        ]}
      />
      <TextRow label={words('text')} text={observation?.text.trim() ?? ''} />
      <TextRow label={words('doneAlready')} text={observation?.doneAlready.trim() ?? ''} />
      <Row
        cells={[
          {
            label: words('urgency'),
            value: <TickBoxes ticks={ticks('urgencies', URGENCIES, [observation?.urgency ?? null])} />,
          },
        ]}
      />
      <SignatureRow signatures={[{ who: words('reporterSign') }]} />
      <BandRow title={words('room')} />
      <Row
        cells={[
          {
            label: words('outcome'),
            value: (
              <TickBoxes ticks={ticks('observationOutcomes', OBSERVATION_OUTCOMES, [observation?.outcome ?? null])} />
            ),
          },
        ]}
      />
      <TextRow label={words('outcomeNote')} text={observation?.outcomeNote.trim() ?? ''} grows={false} keep />
      <SignatureRow signatures={[{ who: words('counselorSign') }]} />
    </PagedForm>
  )
}
