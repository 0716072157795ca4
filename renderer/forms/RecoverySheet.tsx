import { useTranslation } from 'react-i18next'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'

type Props = {
  /** The code as it is shown, its lines divided by blanks: `ABCD-EFGH-J` four times. */
  code: string
  school: string
  madeBy: string
  /** LocalTime. */
  madeAt: string
}

/** The sheet with the recovery code, to be printed twice and sealed. */
export function RecoverySheet({ code, school, madeBy, madeAt }: Props) {
  const { t } = useTranslation()
  const lines = code.split(/\s+/).filter(Boolean)
  return (
    <PagedForm
      running={{
        from: school,
        no: '',
        practice: false,
        foot: t('forms.keepSafe'),
        printedBy: madeBy,
        printedAt: paperMoment(madeAt),
      }}
    >
      <FormTitle school={school} title={t('forms.recovery.title')} about={paperDate(madeAt)} />
      <ProseBlock text={t('forms.recovery.what')} />
      <div className="paper-secret-code" role="group" aria-label={t('forms.recovery.code')}>
        {lines.map((line, index) => (
          <div key={`${index} ${line}`}>
            <small>{t('forms.recovery.line', { n: index + 1 })}</small>
            {line}
          </div>
        ))}
      </div>
      <div className="paper-gap" />
      <TextRow label={t('forms.recovery.readTitle')} text={t('forms.recovery.read')} grows={false} />
      <TextRow label={t('forms.recovery.howTitle')} text={t('forms.recovery.how')} grows={false} />
      <BandRow title={t('forms.recovery.kept')} />
      {[1, 2].map((n) => (
        <Row
          key={n}
          cells={[
            { label: t('forms.recovery.envelope', { n }), value: '' },
            { label: t('forms.recovery.keeper'), value: '' },
          ]}
        />
      ))}
      <SignatureRow signatures={[{ who: t('forms.recovery.makerSign') }, { who: t('forms.recovery.keeperSign') }]} />
    </PagedForm>
  )
}
