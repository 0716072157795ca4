import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormRow } from '#ui/FormRow'

type Props = {
  typed: string
  password: string
  hasDiffered: boolean
  isWrongPassword: boolean
  onTyped: (text: string) => void
  onPassword: (text: string) => void
}

/** The passphrase from the paper, and the password of whoever sits here. */
export function TypeBackForm({ typed, password, hasDiffered, isWrongPassword, onTyped, onPassword }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <p className="backups-line">{t('backup-passphrase.typeBack')}</p>
      <FormRow
        label={t('backup-passphrase.typed')}
        htmlFor="passphrase-typed"
        error={hasDiffered && t('backup-passphrase.differs')}
      >
        <Input.TextArea
          id="passphrase-typed"
          className="passphrase-typed"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          autoSize={{ minRows: 2 }}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
      </FormRow>
      <FormRow
        label={t('backup-passphrase.password')}
        htmlFor="passphrase-own"
        hint={t('backup-passphrase.passwordHint')}
        error={isWrongPassword && t('backup-passphrase.wrongPassword')}
      >
        <Input
          id="passphrase-own"
          type="password"
          autoComplete="off"
          maxLength={128}
          value={password}
          onChange={(event) => onPassword(event.target.value)}
        />
      </FormRow>
    </>
  )
}
