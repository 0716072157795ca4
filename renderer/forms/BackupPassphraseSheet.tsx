import { useTranslation } from 'react-i18next'
import { passphraseLines } from '#lib/passphrase-lines'
import { BandRow } from './BandRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { TextRow } from './TextRow.tsx'

type Props = {
  passphrase: string
  school: string
  madeBy: string
  /** LocalTime. */
  madeAt: string
}

/** 备份口令单: printed twice and sealed, like the recovery sheet; it goes from the window to the printer and is kept nowhere. */
export function BackupPassphraseSheet({ passphrase, school, madeBy, madeAt }: Props) {
  const { t } = useTranslation()
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
      <FormTitle school={school} title={t('trust-papers.passphrase.title')} about={paperDate(madeAt)} />
      <ProseBlock text={t('trust-papers.passphrase.what')} />
      <div
        className="paper-secret-code paper-secret-words"
        role="group"
        aria-label={t('trust-papers.passphrase.passphrase')}
      >
        {passphraseLines(passphrase).map((line, index) => (
          <div key={`${index} ${line}`}>
            <small>{t('forms.recovery.line', { n: index + 1 })}</small>
            {line}
          </div>
        ))}
      </div>
      <div className="paper-gap" />
      <TextRow label={t('trust-papers.passphrase.opens')} text={t('trust-papers.passphrase.opensText')} grows={false} />
      <TextRow label={t('forms.recovery.howTitle')} text={t('trust-papers.passphrase.how')} grows={false} />
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
