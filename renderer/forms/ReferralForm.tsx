import { GUARDIAN_ANSWERS, INSTITUTIONS, REFERRAL_KINDS, URGENCIES } from '#contract/code-tables'
import type { PrintModel } from '#contract/prints'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ReturnSlipRows } from './ReturnSlipRows.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { StudentRows } from './StudentRows.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/** 转介单 with 转介回执 below the cut line (F19; domain.md §2.7). */
export function ReferralForm({ model }: { model: PrintModel }) {
  const { t, ticks, running } = usePaperWords(model)
  const { referral } = model
  if (!referral) return null
  return (
    <PagedForm running={running(referral.no)}>
      <FormTitle school={model.school.name} title={t('forms.referral.title')} />
      <StudentRows model={model} />
      <Row
        cells={[
          {
            label: t('forms.referral.kind'),
            value: <TickBoxes ticks={ticks('referralKinds', REFERRAL_KINDS, [referral.kind])} />,
          },
          {
            label: t('forms.referral.urgency'),
            value: <TickBoxes ticks={ticks('urgencies', URGENCIES, [referral.urgency])} />,
          },
        ]}
      />
      <TextRow label={t('forms.referral.reason')} text={referral.reason.trim()} />
      <TextRow label={t('forms.referral.doneSoFar')} text={referral.doneSoFar.trim()} />
      <Row
        cells={[
          {
            label: t('forms.referral.institutionKind'),
            value: <TickBoxes ticks={ticks('institutions', INSTITUTIONS, [referral.institutionKind])} />,
          },
        ]}
      />
      <Row
        cells={[
          { label: t('forms.referral.institution'), value: referral.institution },
          { label: t('forms.referral.department'), value: referral.department },
        ]}
      />
      <Row
        cells={[
          { label: t('forms.referral.options'), value: referral.options.join(t('forms.comma')), wide: true },
          { label: t('forms.referral.choice'), value: referral.choice },
        ]}
      />
      <TextRow label={t('forms.referral.clientView')} text={referral.clientView.trim()} grows={false} />
      <Row
        cells={[
          { label: t('forms.referral.guardianName'), value: referral.guardianName },
          { label: t('forms.referral.guardianInformedAt'), value: paperMoment(referral.guardianInformedAt) },
        ]}
      />
      <Row
        cells={[
          {
            label: t('forms.referral.guardianAnswer'),
            value: <TickBoxes ticks={ticks('guardianAnswers', GUARDIAN_ANSWERS, [referral.guardianAnswer])} />,
          },
        ]}
      />
      <TextRow label={t('forms.referral.guardianWords')} text={referral.guardianWords.trim()} grows={false} />
      <Row
        cells={[
          { label: t('forms.referral.referredAt'), value: paperMoment(referral.referredAt) },
          { label: t('forms.referral.returnDue'), value: paperDate(referral.returnDue) },
        ]}
      />
      <SignatureRow
        signatures={[
          { who: t('forms.referral.studentSign') },
          { who: t('forms.referral.guardianSign') },
          { who: t('forms.referral.counselorSign'), name: referral.referredBy, when: paperDate(referral.referredAt) },
        ]}
      />
      <ReturnSlipRows model={model} referral={referral} />
    </PagedForm>
  )
}
