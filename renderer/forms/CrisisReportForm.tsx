import { CRISIS_OUTCOMES, CRISIS_STEPS } from '#contract/code-tables'
import type { CrisisEntry } from '#contract/crises'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperInstant, paperMoment } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { no: '10mm', at: '35mm', what: '*', by: '24mm' } as const
const inOrder = (entries: readonly CrisisEntry[]) =>
  entries.toSorted((a, b) => a.at.localeCompare(b.at) || a.enteredAt.localeCompare(b.enteredAt))

/** 心理危机事件报告及干预记录 (F21): how it was found, every stamped step in its order, who was told, opinions. */
export function CrisisReportForm({ model }: { model: PrintModel }) {
  const { t, code, riskTicks, running } = usePaperWords(model)
  const { crisis } = model
  if (!crisis) return null
  const entries = inOrder(crisis.entries)
  const standing = entries.filter((entry) => entry.struckAt === null)
  const guardianAt = standing.find((entry) => entry.step === 'guardian-reached')?.at ?? null
  const stepTicks = CRISIS_STEPS.map((step) => ({
    key: step,
    label: code('crisisSteps', step),
    isTicked: standing.some((entry) => entry.step === step),
  }))
  const outcomeTicks = CRISIS_OUTCOMES.map((outcome) => ({
    key: outcome,
    label: code('crisisOutcomes', outcome),
    isTicked: crisis.outcome === outcome,
  }))
  const struckWords = (entry: CrisisEntry) =>
    entry.struckAt ? t('forms.crisis.struck', { at: paperInstant(entry.struckAt), reason: entry.struckReason }) : ''
  return (
    <PagedForm running={running(crisis.no)}>
      <FormTitle school={model.school.name} title={t('forms.crisis.title')} />
      <BandRow title={t('forms.crisis.who')} />
      <StudentRows model={model} />
      <BandRow title={t('forms.crisis.found')} />
      <Row
        cells={[
          { label: t('forms.crisis.reporter'), value: crisis.reporter },
          { label: t('forms.crisis.place'), value: crisis.place },
        ]}
      />
      <Row
        cells={[
          { label: t('forms.crisis.openedAt'), value: paperMoment(crisis.openedAt) },
          { label: t('forms.crisis.openedBy'), value: crisis.openedBy },
        ]}
      />
      <Row cells={[{ label: t('forms.crisis.foundHow'), value: crisis.foundHow }]} />
      <TextRow label={t('forms.crisis.signs')} text={crisis.signs.trim()} />
      <Row cells={[{ label: t('forms.crisis.level'), value: <TickBoxes ticks={riskTicks(crisis.rank)} /> }]} />
      <TextRow label={t('forms.crisis.levelReason')} text={crisis.rankReason.trim()} grows={false} />
      <BandRow title={t('forms.crisis.steps')} />
      <Row cells={[{ label: t('forms.crisis.stepsDone'), value: <TickBoxes ticks={stepTicks} /> }]} />
      <EntryRow
        heads="timeline"
        columns={[
          { key: 'no', width: WIDTHS.no, content: t('forms.crisis.entryNo') },
          { key: 'at', width: WIDTHS.at, content: t('forms.crisis.entryAt') },
          { key: 'what', width: WIDTHS.what, content: t('forms.crisis.entryWhat') },
          { key: 'by', width: WIDTHS.by, content: t('forms.crisis.entryBy') },
        ]}
      />
      {entries.map((entry, index) => (
        <EntryRow
          key={entry.id}
          under="timeline"
          columns={[
            { key: 'no', width: WIDTHS.no, align: 'figure', content: index + 1 },
            { key: 'at', width: WIDTHS.at, content: entry.at.replace('T', ' ') },
            {
              key: 'what',
              width: WIDTHS.what,
              content: <EntryText entry={entry} step={code('crisisSteps', entry.step)} struck={struckWords(entry)} />,
            },
            { key: 'by', width: WIDTHS.by, content: entry.by },
          ]}
        />
      ))}
      <BandRow title={t('forms.crisis.told')} />
      <Row cells={[{ label: t('forms.crisis.guardianAt'), value: paperMoment(guardianAt) }]} />
      <TextRow label={t('forms.crisis.guardianAnswer')} text={crisis.guardianAnswer.trim()} grows={false} />
      <TextRow label={t('forms.crisis.reportedTo')} text={crisis.reportedTo.trim()} grows={false} />
      <BandRow title={t('forms.crisis.opinions')} />
      <TextRow label={t('forms.crisis.counselorOpinion')} text={crisis.counselorOpinion.trim()} />
      <Row cells={[{ label: t('forms.crisis.outcome'), value: <TickBoxes ticks={outcomeTicks} /> }]} />
      <Row cells={[{ label: t('forms.crisis.closedAt'), value: paperMoment(crisis.closedAt) }]} />
      {crisis.closeNote.trim() && (
        <TextRow label={t('forms.crisis.closeNote')} text={crisis.closeNote.trim()} grows={false} />
      )}
      <TextRow keep label={t('forms.crisis.leaderOpinion')} text="" />
      <SignatureRow
        signatures={[
          { who: t('forms.crisis.writerSign') },
          { who: t('forms.crisis.guardianSign') },
          { who: t('forms.crisis.leaderSign') },
        ]}
      />
    </PagedForm>
  )
}

/** What was struck out stays readable, with when and why. */
function EntryText({ entry, step, struck }: { entry: CrisisEntry; step: string; struck: string }) {
  return (
    <>
      {step && <div className={entry.struckAt ? 'paper-struck' : undefined}>{step}</div>}
      {entry.text.trim() && (
        <div className={entry.struckAt ? 'paper-flow paper-struck' : 'paper-flow'} data-flow="">
          {entry.text.trim()}
        </div>
      )}
      {struck && <div className="paper-hint">{struck}</div>}
    </>
  )
}
