import { CLOSE_REASONS } from '#contract/case-tables'
import type { PrintModel } from '#contract/prints'
import { useStepName } from '#lib/use-step-name'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 结案表 (F26): why it ends, what came of the goals, what the student takes along, when one looks again. */
export function ClosureForm({ model }: { model: PrintModel }) {
  const { t, ticks, code, running } = usePaperWords(model)
  const stepName = useStepName()
  const { case: one, caseCounts, goals, followups } = model
  if (!one) return null
  const goalLines = goals.map(({ text, state, marks }) => {
    const last = marks.at(-1)
    return [text, code('goalStates', state), last && t('case-papers.closure.mark', { n: last.score })]
      .filter(Boolean)
      .join('；')
  })
  return (
    <PagedForm running={running(one.no)}>
      <FormTitle school={model.school.name} title={t('case-papers.closure.title')} />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('case-papers.closure.opened'), value: paperDate(one.openedOn) },
          { label: t('case-papers.closure.closed'), value: paperDate(one.closedOn) },
          {
            label: t('case-papers.closure.visits'),
            value: t('case-papers.closure.times', { n: caseCounts?.visits ?? 0 }),
          },
        ]}
      />
      <Row
        cells={[
          {
            label: t('case-papers.closure.reason'),
            value: <TickBoxes ticks={ticks('closeReasons', CLOSE_REASONS, [one.closeReason])} />,
          },
        ]}
      />
      <TextRow label={t('case-papers.closure.summary')} text={one.closeNote.trim()} />
      <TextRow label={t('case-papers.closure.goals')} text={goalLines.join('\n')} grows={false} />
      <TextRow label={t('case-papers.closure.advice')} text={one.advice.trim()} />
      <TextRow
        label={t('case-papers.closure.followups')}
        text={followups.map(({ step, dueOn }) => `${stepName(step)} ${paperDate(dueOn)}`).join(t('forms.comma'))}
        grows={false}
      />
      <SignatureRow
        signatures={[
          { who: t('case-papers.closure.counselorSign'), name: one.counselor },
          { who: t('case-papers.closure.leaderSign') },
        ]}
      />
    </PagedForm>
  )
}
