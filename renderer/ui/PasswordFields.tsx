import './password-fields.css'
import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { currentLanguage } from '#lib/words'

const PAUSE_MS = 200
type Check = Awaited<ReturnType<typeof client.vault.checkPassword>>
export type NewPassword = { password: string; repeated: string }
type Props = {
  value: NewPassword
  onChange: (part: Partial<NewPassword>) => void
  /** Names that must not be in it. */
  words: readonly string[]
  onVerdict: (isFine: boolean) => void
  label?: string
  hasFocus?: boolean
}

/** A new password, typed twice: how strong it is, a suggestion, and whether it can be used. */
export function PasswordFields({ value, onChange, words, onVerdict, label, hasFocus = false }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { password, repeated } = value
  const [check, setCheck] = useState<Check | null>(null)
  const [isShown, setShown] = useState(false)
  const isSame = password === repeated
  const names = words.map((word) => word.trim()).filter(Boolean)
  const named = names.join('\n')

  useEffect(() => {
    let isCurrent = true
    const later = setTimeout(() => {
      if (!password) return setCheck(null)
      client.vault
        .checkPassword({ password, words: named.split('\n').filter(Boolean) })
        .then((found) => isCurrent && setCheck(found))
        .catch(() => isCurrent && setCheck(null))
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(later)
    }
  }, [password, named])

  const isFine = check !== null && check.problem === null && isSame
  useEffect(() => onVerdict(isFine), [isFine, onVerdict])

  const suggest = async () => {
    const { password: suggested } = await client.vault.suggestPassword({ language: currentLanguage() })
    onChange({ password: suggested, repeated: '' })
    setShown(true)
  }

  return (
    <>
      <div className="field">
        <div className="password-label">
          <label htmlFor={`${id}-password`}>{label ?? t('setup.account.password')}</label>
          <Button type="link" size="small" onClick={() => void suggest().catch(() => undefined)}>
            {t('setup.account.suggest')}
          </Button>
        </div>
        <Input
          id={`${id}-password`}
          size="large"
          type={isShown ? 'text' : 'password'}
          autoFocus={hasFocus}
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          value={password}
          aria-describedby={`${id}-strength`}
          onChange={(event) => onChange({ password: event.target.value })}
          suffix={
            <Button type="text" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? 'door.hide' : 'door.show')}
            </Button>
          }
        />
        <div className="strength" id={`${id}-strength`} aria-live="polite">
          <div className="strength-bar" data-score={barScore()} aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          <span>{strengthWords()}</span>
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-repeated`}>{t('setup.account.repeat')}</label>
        <Input
          id={`${id}-repeated`}
          size="large"
          type="password"
          autoComplete="off"
          maxLength={128}
          value={repeated}
          status={repeated && !password.startsWith(repeated) ? 'error' : undefined}
          onChange={(event) => onChange({ repeated: event.target.value })}
        />
        <span className="field-error">{repeated && !password.startsWith(repeated) && t('door.notSame')}</span>
      </div>
    </>
  )

  /** A password that cannot be used never looks strong. */
  function barScore() {
    if (!password || !check) return undefined
    return check.problem ? Math.min(check.score, 1) : check.score
  }
  function strengthWords() {
    if (!password) return t('setup.account.passwordHint')
    if (!check) return ''
    return check.problem ? t(`door.problems.${check.problem}`) : t(`setup.account.scores.${check.score}`)
  }
}
