import type { PrintModel } from '#contract/prints'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { FormTitle } from './FormTitle.tsx'
import { InstrumentRights } from './InstrumentRights.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** For the student to take home: what was asked about and what it means in the counselor's words; no scores, no labels. */
export function TestResultStudentForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, student, assessment, instrument } = model
  if (!student || !assessment || !instrument) return null
  const language = currentLanguage()
  const room = t('test-papers.plain.room', { room: school.roomName || school.name, name: assessment.givenBy })
  return (
    <PagedForm running={running(assessment.no)}>
      <FormTitle
        school={school.name}
        title={t('test-papers.plain.title')}
        about={t('test-papers.plain.about', { name: student.name })}
      />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('test-papers.plain.takenOn'), value: paperDate(assessment.takenOn) },
          { label: t('test-papers.plain.talkedOn'), value: paperDate(assessment.fedBackOn) },
        ]}
      />
      <Row
        cells={[
          {
            label: t('test-papers.plain.asked'),
            value: t('test-papers.plain.askedAbout', {
              short: instrument.title.short,
              timeframe: bothIn(language, instrument.timeframe),
            }),
          },
        ]}
      />
      {assessment.purpose && <Row cells={[{ label: t('test-papers.plain.purpose'), value: assessment.purpose }]} />}
      <TextRow label={t('test-papers.plain.meaning')} text={assessment.interpretations.at(-1)?.text.trim() ?? ''} />
      <TextRow label={t('test-papers.plain.reading')} text={t('test-papers.plain.readingText')} grows={false} />
      <Row
        keep
        cells={[
          {
            label: t('test-papers.plain.whom'),
            value: (
              <>
                <div>
                  {[room, school.phone && t('test-papers.plain.phone', { phone: school.phone })]
                    .filter(Boolean)
                    .join(t('forms.comma'))}
                </div>
                <div>{t('test-papers.plain.helpline')}</div>
              </>
            ),
          },
        ]}
      />
      <SignatureRow keep signatures={[{ who: t('test-papers.plain.counselor') }]} />
      <InstrumentRights model={model} instrument={instrument} />
    </PagedForm>
  )
}
