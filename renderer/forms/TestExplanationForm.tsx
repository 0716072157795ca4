import { ageOn } from '#contract/calendar'
import type { Instrument } from '#contract/instrument-file'
import { CONSENT_AGE } from '#contract/instrument-lists'
import type { PrintModel } from '#contract/prints'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { FormTitle } from './FormTitle.tsx'
import { InstrumentName } from './InstrumentName.tsx'
import { InstrumentRights } from './InstrumentRights.tsx'
import { PagedForm } from './PagedForm.tsx'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const POINTS = ['purpose', 'answering', 'choice', 'privacy', 'limits', 'reference'] as const

/** Minutes at an unhurried pace; a question asked aloud and listened to takes longer. */
const minutesOf = (items: number, isInterview: boolean): number =>
  isInterview ? Math.ceil((items * 2) / 5) * 5 : Math.max(3, Math.ceil(items / 3))

/** 心理测验说明单 (000-F 5): what a test is, that it is voluntary, who sees the result, where confidence ends. */
export function TestExplanationForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, student, instrument } = model
  if (!student || !instrument) return null
  const age = student.birthDate ? ageOn(student.birthDate, model.printedAt) : null
  const guardian = age === null ? t('test-papers.explanation.guardianUnder') : t('test-papers.explanation.guardian')
  return (
    <PagedForm running={running('')}>
      <FormTitle school={school.name} title={t('test-papers.explanation.title')} />
      <StudentRows model={model} />
      <Row cells={[{ label: t('test-papers.explanation.test'), value: <InstrumentName instrument={instrument} /> }]} />
      <Row
        cells={[
          { label: t('test-papers.explanation.when'), value: bothIn(currentLanguage(), instrument.timeframe) },
          { label: t('test-papers.explanation.length'), value: lengthOf(t, instrument) },
        ]}
      />
      <TextRow label={t('test-papers.explanation.purpose')} text="" grows={false} />
      {POINTS.map((point) => (
        <ProseBlock key={point} text={t(`test-papers.explanation.points.${point}`)} />
      ))}
      <ProseBlock text={t('test-papers.explanation.help')} />
      <ProseBlock leads text={t('test-papers.explanation.agreed')} />
      <SignatureRow
        keep
        signatures={[
          { who: t('test-papers.explanation.student') },
          ...(age === null || age < CONSENT_AGE ? [{ who: guardian }] : []),
          { who: t('test-papers.explanation.counselor') },
        ]}
      />
      <InstrumentRights model={model} instrument={instrument} />
    </PagedForm>
  )
}

function lengthOf(t: ReturnType<typeof usePaperWords>['t'], instrument: Instrument): string {
  if (instrument.kind === 'score-entry') return t('test-papers.explanation.scores')
  const isInterview = instrument.kind === 'interview'
  const n = instrument.items.length
  const minutes = minutesOf(n, isInterview)
  return t(isInterview ? 'test-papers.explanation.interviewItems' : 'test-papers.explanation.items', { n, minutes })
}
