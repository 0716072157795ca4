import { useTranslation } from 'react-i18next'
import { passphraseLines } from '#lib/passphrase-lines'
import { SecretSheet } from './SecretSheet.tsx'
import type { Making } from './SecretSheet.tsx'
import { TextRow } from './TextRow.tsx'

/** 备份口令单: printed twice and sealed, like the recovery sheet; it goes from the window to the printer and is kept nowhere. */
export function BackupPassphraseSheet({ passphrase, ...making }: Making & { passphrase: string }) {
  const { t } = useTranslation()
  return (
    <SecretSheet
      {...making}
      title={t('trust-papers.passphrase.title')}
      what={t('trust-papers.passphrase.what')}
      secret={t('trust-papers.passphrase.passphrase')}
      lines={passphraseLines(passphrase)}
      isWords
    >
      <TextRow label={t('trust-papers.passphrase.opens')} text={t('trust-papers.passphrase.opensText')} grows={false} />
      <TextRow label={t('forms.recovery.howTitle')} text={t('trust-papers.passphrase.how')} grows={false} />
    </SecretSheet>
  )
}
