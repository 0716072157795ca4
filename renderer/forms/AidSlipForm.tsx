import { AID_ANSWERS, AID_KINDS } from '#contract/contact-tables'
import type { PrintModel } from '#contract/prints'
import { CutLine } from './CutLine.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 困难资助转介单: who it is and what the office is told, nothing else of the file; below the line the office answers. */
export function AidSlipForm({ model }: { model: PrintModel }) {
  const { t, ticks, running } = usePaperWords(model)
  const slip = model.aidSlip
  if (!slip) return null
  return (
    <PagedForm running={running(slip.no)}>
      <FormTitle school={model.school.name} title={t('aid.paper.title')} about={t('aid.paper.about')} />
      <Row
        cells={[
          { label: t('forms.student.name'), value: <strong>{slip.studentName}</strong> },
          { label: t('forms.student.className'), value: slip.className },
          { label: t('forms.student.studentNo'), value: slip.studentNo },
        ]}
      />
      <Row
        cells={[
          { label: t('aid.paper.to'), value: slip.office },
          { label: t('aid.paper.answerDue'), value: paperDate(slip.answerDue) },
        ]}
      />
      <Row
        cells={[{ label: t('aid.paper.kind'), value: <TickBoxes ticks={ticks('aidKinds', AID_KINDS, [slip.kind])} /> }]}
      />
      <TextRow label={t('aid.paper.told')} text={slip.told.trim()} />
      <SignatureRow
        signatures={[{ who: t('aid.paper.counselorSign'), name: slip.enteredBy, when: paperDate(slip.onDay) }]}
      />
      <CutLine words={t('aid.paper.cutHere')} />
      <header className="paper-form-title paper-slip" data-keep="">
        <h1>{t('aid.paper.back')}</h1>
        <div className="paper-about">{t('aid.paper.backAbout', { school: model.school.name, no: slip.no })}</div>
      </header>
      <Row keep cells={[{ label: t('aid.state'), value: <TickBoxes ticks={ticks('aidStates', AID_ANSWERS, [])} /> }]} />
      <TextRow keep label={t('aid.paper.words')} text="" />
      <SignatureRow signatures={[{ who: t('aid.paper.officeSign') }]} />
    </PagedForm>
  )
}
