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
      <p className="backups-line">{t('backups.passphrase.typeBack')}</p>
      <FormRow
        label={t('backups.passphrase.typed')}
        htmlFor="passphrase-typed"
        error={hasDiffered && t('backups.passphrase.differs')}
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
        label={t('backups.passphrase.password')}
        htmlFor="passphrase-own"
        hint={t('backups.passphrase.passwordHint')}
        error={isWrongPassword && t('backups.passphrase.wrongPassword')}
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
