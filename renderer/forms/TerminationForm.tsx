import type { PrintModel } from '#contract/prints'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 终止咨询说明 (F25): the relation was overstepped; what was done and who goes on stand in the file (000-O 五.4). */
export function TerminationForm({ model }: { model: PrintModel }) {
  const { t, code, running } = usePaperWords(model)
  const { case: one, caseCounts } = model
  if (!one) return null
  return (
    <PagedForm running={running(one.no)}>
      <FormTitle school={model.school.name} title={t('case-papers.termination.title')} />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('case-papers.closure.opened'), value: paperDate(one.openedOn) },
          { label: t('case-papers.termination.ended'), value: paperDate(one.closedOn) },
          {
            label: t('case-papers.closure.visits'),
            value: t('case-papers.closure.times', { n: caseCounts?.visits ?? 0 }),
          },
        ]}
      />
      <Row cells={[{ label: t('case-papers.closure.reason'), value: code('closeReasons', one.closeReason) }]} />
      <TextRow label={t('case-papers.termination.explanation')} text={one.explanation.trim()} />
      <TextRow label={t('case-papers.closure.summary')} text={one.closeNote.trim()} />
      <TextRow label={t('case-papers.closure.advice')} text={one.advice.trim()} grows={false} />
      <SignatureRow
        signatures={[
          { who: t('case-papers.closure.counselorSign'), name: one.counselor },
          { who: t('case-papers.closure.leaderSign') },
        ]}
      />
    </PagedForm>
  )
}
