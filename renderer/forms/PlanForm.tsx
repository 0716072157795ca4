import { CAREER_CONTENTS, SERVICES } from '#contract/case-tables'
import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

const WIDTHS = { no: '12mm', goal: '*', sign: '78mm' } as const

/** 咨询方案 (F09), for career counseling 生涯咨询方案. */
export function PlanForm({ model }: { model: PrintModel }) {
  const { t, ticks, running } = usePaperWords(model)
  const { plan, school } = model
  if (!plan) return null
  const { body } = plan
  const isCareer = body.service === 'career'
  return (
    <PagedForm running={running(model.case?.no ?? '')}>
      <FormTitle
        school={school.name}
        title={t(isCareer ? 'plan-papers.plan.careerTitle' : 'plan-papers.plan.title')}
        about={t('plan-papers.plan.version', { n: plan.version })}
      />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('plan-papers.caseNo'), value: model.case?.no },
          {
            label: t('plan-papers.plan.agreedOn'),
            value: plan.agreedOn ? paperDate(plan.agreedOn) : t('plan-papers.plan.draft'),
          },
          { label: t('plan-papers.counselor'), value: plan.writtenBy },
        ]}
      />
      <Row
        cells={[
          {
            label: t('plan-papers.plan.service'),
            value: (
              <>
                <TickBoxes ticks={ticks('services', SERVICES, [body.service])} />
                {isCareer && <TickBoxes ticks={ticks('careerContents', CAREER_CONTENTS, body.contents)} />}
              </>
            ),
          },
        ]}
      />
      {body.why.trim() && <TextRow label={t('plan-papers.plan.why')} text={body.why.trim()} grows={false} />}
      <EntryRow
        heads="goals"
        columns={[
          { key: 'no', width: WIDTHS.no, content: t('plan-papers.plan.no') },
          { key: 'goal', width: WIDTHS.goal, content: t('plan-papers.plan.goal') },
          { key: 'sign', width: WIDTHS.sign, content: t('plan-papers.plan.sign') },
        ]}
      />
      {body.goals.map(({ rootId, text, sign }, index) => (
        <EntryRow
          key={rootId}
          under="goals"
          columns={[
            { key: 'no', width: WIDTHS.no, content: String(index + 1) },
            { key: 'goal', width: WIDTHS.goal, align: 'begins', content: text },
            { key: 'sign', width: WIDTHS.sign, align: 'begins', content: sign },
          ]}
        />
      ))}
      <TextRow label={t('plan-papers.plan.methods')} text={body.methods.trim()} />
      {body.specialMethod.trim() && (
        <TextRow label={t('plan-papers.plan.specialMethod')} text={body.specialMethod.trim()} grows={false} />
      )}
      <TextRow label={t('plan-papers.plan.steps')} text={body.steps.trim()} />
      <TextRow label={t('plan-papers.plan.schedule')} text={body.schedule.trim()} />
      <ProseBlock leads text={t('plan-papers.plan.statement')} />
      <SignatureRow signatures={[{ who: t('plan-papers.studentSign') }, { who: t('plan-papers.counselorSign') }]} />
    </PagedForm>
  )
}
