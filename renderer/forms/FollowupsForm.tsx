import { FOLLOWUP_OUTCOMES, FOLLOWUP_WAYS } from '#contract/case-tables'
import type { Followup } from '#contract/followups'
import type { PrintModel } from '#contract/prints'
import { useStepName } from '#lib/use-step-name'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 回访记录表: a table for each step (F13), together the log (F14); what is still due stands empty for a pen. */
export function FollowupsForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const asked = model.followups.filter(({ state }) => state !== 'dropped')
  return (
    <PagedForm running={running(model.case?.no ?? '')}>
      <FormTitle school={model.school.name} title={t('case-papers.followups.title')} />
      <StudentRows model={model} />
      {asked.map((one, index) => (
        <StepRows key={one.id} model={model} one={one} nextOn={asked[index + 1]?.dueOn ?? null} />
      ))}
      <SignatureRow signatures={[{ who: t('case-papers.followups.sign') }]} />
    </PagedForm>
  )
}

type Props = { model: PrintModel; one: Followup; nextOn: string | null }

function StepRows({ model, one, nextOn }: Props) {
  const { t, ticks, code } = usePaperWords(model)
  const stepName = useStepName()
  return (
    <>
      <BandRow
        title={t('case-papers.followups.step', { step: stepName(one.step), cause: code('followupCauses', one.cause) })}
      />
      <Row
        keep
        cells={[
          { label: t('case-papers.followups.due'), value: paperDate(one.dueOn) },
          { label: t('case-papers.followups.done'), value: paperMoment(one.doneAt) },
          { label: t('case-papers.followups.by'), value: one.by ?? '' },
        ]}
      />
      <Row
        keep
        cells={[
          {
            label: t('case-papers.followups.way'),
            value: <TickBoxes ticks={ticks('followupWays', FOLLOWUP_WAYS, [one.way])} />,
          },
        ]}
      />
      <TextRow label={t('case-papers.followups.text')} text={one.text.trim()} grows={false} keep />
      <Row
        cells={[
          {
            label: t('case-papers.followups.outcome'),
            value: <TickBoxes ticks={ticks('followupOutcomes', FOLLOWUP_OUTCOMES, [one.outcome])} />,
            wide: true,
          },
          { label: t('case-papers.followups.next'), value: paperDate(nextOn) },
        ]}
      />
    </>
  )
}
