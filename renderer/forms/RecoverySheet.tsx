import { useTranslation } from 'react-i18next'
import { SecretSheet } from './SecretSheet.tsx'
import type { Making } from './SecretSheet.tsx'
import { TextRow } from './TextRow.tsx'

type Props = Making & {
  /** The code as it is shown, its lines divided by blanks: `ABCD-EFGH-J` four times. */
  code: string
}

/** The sheet with the recovery code, to be printed twice and sealed. */
export function RecoverySheet({ code, ...making }: Props) {
  const { t } = useTranslation()
  return (
    <SecretSheet
      {...making}
      title={t('forms.recovery.title')}
      what={t('forms.recovery.what')}
      secret={t('forms.recovery.code')}
      lines={code.split(/\s+/).filter(Boolean)}
    >
      <TextRow label={t('forms.recovery.readTitle')} text={t('forms.recovery.read')} grows={false} />
      <TextRow label={t('forms.recovery.howTitle')} text={t('forms.recovery.how')} grows={false} />
    </SecretSheet>
  )
}
