import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { InstrumentName } from './InstrumentName.tsx'
import { InstrumentRights } from './InstrumentRights.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant, paperMoment } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { courseRows, criticalRows, scoreRows } from './test-result-rows.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 心理测验结果单 for the file (S30): scores with their bands, what was critical, the course, the counselor's words. */
export function TestResultForm({ model }: { model: PrintModel }) {
  const words = usePaperWords(model)
  const { t, code, running } = words
  const { school, assessment, instrument } = model
  if (!assessment || !instrument) return null
  const { result } = assessment
  const meaning = assessment.interpretations.at(-1)
  const fedBack =
    assessment.fedBackOn && assessment.fedBackTo
      ? t('test-papers.result.fedBackTo', {
          on: paperDate(assessment.fedBackOn),
          to: code('feedbackTo', assessment.fedBackTo),
        })
      : t('test-papers.result.notFedBack')
  return (
    <PagedForm running={running(assessment.no)}>
      <FormTitle school={school.name} title={t('test-papers.result.title')} />
      <StudentRows model={model} />
      <BandRow title={t('test-papers.result.given')} />
      <Row cells={[{ label: t('test-papers.test'), value: <InstrumentName instrument={instrument} /> }]} />
      <Row
        cells={[
          { label: t('test-papers.result.takenOn'), value: paperDate(assessment.takenOn) },
          { label: t('test-papers.result.mode'), value: code('testModes', assessment.mode) },
          { label: t('test-papers.result.givenBy'), value: assessment.givenBy },
        ]}
      />
      <Row cells={[{ label: t('test-papers.result.purpose'), value: assessment.purpose }]} />
      <Row
        cells={[
          {
            label: t('test-papers.result.explained'),
            value: assessment.explainedAt
              ? t('test-papers.result.explainedBy', {
                  at: paperMoment(assessment.explainedAt),
                  by: assessment.explainedBy,
                })
              : assessment.urgent && t('test-papers.result.urgent'),
          },
        ]}
      />
      <BandRow title={t('test-papers.result.scores')} />
      {result && scoreRows(words, result)}
      <BandRow title={t('test-papers.result.critical')} />
      {result && criticalRows(words, result, assessment.tasks)}
      {model.course.length > 1 && <BandRow title={t('test-papers.result.course')} />}
      {model.course.length > 1 && courseRows(words, model.course, assessment.id)}
      <BandRow title={t('test-papers.result.interpretation')} />
      <TextRow label={t('test-papers.result.meaning')} text={meaning?.text.trim() ?? ''} />
      <Row
        keep
        cells={[
          {
            label: t('test-papers.result.interpretedBy'),
            value: [meaning?.by, paperInstant(meaning?.at ?? null)].filter(Boolean).join('　'),
          },
          { label: t('test-papers.result.fedBack'), value: fedBack },
        ]}
      />
      <SignatureRow
        keep
        signatures={[{ who: t('test-papers.result.counselor') }, { who: t('forms.visit.reviewSign') }]}
      />
      <InstrumentRights model={model} instrument={instrument} />
    </PagedForm>
  )
}
