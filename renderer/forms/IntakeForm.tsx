import { INTAKE_METHODS, SAFETY_ANSWERS, SAFETY_QUESTIONS } from '#contract/case-tables'
import { INTAKE_PARTS } from '#contract/intake-parts'
import type { PrintModel } from '#contract/prints'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperInstant } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 初访评估表 (F08). */
export function IntakeForm({ model }: { model: PrintModel }) {
  const { t, code, ticks, running } = usePaperWords(model)
  const { intake, school } = model
  if (!intake) return null
  const { body } = intake
  return (
    <PagedForm running={running(model.case?.no ?? '')}>
      <FormTitle school={school.name} title={t('plan-papers.intake.title')} />
      <StudentRows model={model} />
      <Row
        cells={[
          { label: t('plan-papers.caseNo'), value: model.case?.no },
          { label: t('plan-papers.intake.onDay'), value: paperDate(body.onDay) },
          { label: t('plan-papers.counselor'), value: intake.writtenBy },
        ]}
      />
      <Row
        cells={[
          {
            label: t('plan-papers.intake.methods'),
            value: <TickBoxes ticks={ticks('intakeMethods', INTAKE_METHODS, body.methods)} />,
          },
        ]}
      />
      {INTAKE_PARTS.filter((part) => part !== 'conclusion').map((part) => (
        <TextRow key={part} label={t(`plan-papers.intake.parts.${part}`)} text={body[part].trim()} />
      ))}
      <BandRow title={t('plan-papers.intake.safety')} />
      {SAFETY_QUESTIONS.map((question) => {
        const { answer, words } = body.riskScreen[question]
        return (
          <Row
            key={question}
            cells={[
              {
                label: code('safetyQuestions', question),
                value: (
                  <>
                    <TickBoxes ticks={ticks('safetyAnswers', SAFETY_ANSWERS, [answer])} />
                    {words.trim() && <div>{words.trim()}</div>}
                  </>
                ),
              },
            ]}
          />
        )
      })}
      <TextRow keep label={t('plan-papers.intake.parts.conclusion')} text={body.conclusion.trim()} />
      <SignatureRow
        signatures={[
          {
            who: t('plan-papers.counselorSign'),
            name: intake.finishedAt ? intake.writtenBy : undefined,
            when: intake.finishedAt ? paperInstant(intake.finishedAt) : t('plan-papers.intake.draft'),
          },
        ]}
      />
    </PagedForm>
  )
}
