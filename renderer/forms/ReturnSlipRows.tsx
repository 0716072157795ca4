import { RETURN_ADVICE } from '#contract/code-tables'
import type { PrintModel } from '#contract/prints'
import type { Referral } from '#contract/referrals'
import { CutLine } from './CutLine.tsx'
import { paperDate } from './paper-dates.ts'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'
import { TickBoxes } from './TickBoxes.tsx'
import { usePaperWords } from './use-paper-words.ts'

/**
 * The slip that comes back. Empty, it is cut off and taken along, so it names the school, the number and the student,
 * but not why the student was referred; returned, it holds what came back.
 */
export function ReturnSlipRows({ model, referral }: { model: PrintModel; referral: Referral }) {
  const { t, ticks } = usePaperWords(model)
  const { slip } = referral
  return (
    <>
      <CutLine words={t(slip ? 'forms.slip.returned' : 'forms.slip.cutHere')} />
      <header className="paper-form-title paper-slip" data-keep="">
        <h1>{t('forms.slip.title')}</h1>
        <div className="paper-about">{t('forms.slip.about', { school: model.school.name, no: referral.no })}</div>
      </header>
      <Row
        keep
        cells={[
          { label: t('forms.student.name'), value: <strong>{model.student?.name}</strong> },
          { label: t('forms.slip.seenOn'), value: paperDate(slip?.seenOn ?? null) },
        ]}
      />
      <Row
        keep
        cells={[
          { label: t('forms.referral.institution'), value: referral.institution },
          { label: t('forms.referral.department'), value: referral.department },
        ]}
      />
      <Row
        keep
        cells={[
          {
            label: t('forms.slip.advice'),
            value: <TickBoxes ticks={ticks('returnAdvice', RETURN_ADVICE, slip?.advice ?? [])} />,
          },
        ]}
      />
      <TextRow keep={!slip} label={t('forms.slip.words')} text={slip?.words.trim() ?? ''} grows={!slip} />
      <Row
        keep
        cells={[
          { label: t('forms.slip.nextCheckOn'), value: paperDate(slip?.nextCheckOn ?? null) },
          { label: t('forms.slip.broughtBy'), value: slip?.broughtBy },
          { label: t('forms.slip.returnedOn'), value: paperDate(slip?.returnedOn ?? null) },
        ]}
      />
      {!slip && (
        <SignatureRow signatures={[{ who: t('forms.slip.institutionSign') }, { who: t('forms.slip.guardianSign') }]} />
      )}
    </>
  )
}
