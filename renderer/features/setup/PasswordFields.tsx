import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordCheck } from '#contract/vault'
import { client } from '#lib/client'
import { currentLanguage } from '#lib/words'
import type { SetupState } from './setup-state.ts'

const PAUSE_MS = 200
type Props = {
  state: SetupState
  change: (part: Partial<SetupState>) => void
  onVerdict: (isFine: boolean) => void
}

export function PasswordFields({ state, change, onVerdict }: Props) {
  const { t } = useTranslation()
  const { password, repeated, schoolName, accountName } = state
  const [check, setCheck] = useState<PasswordCheck | null>(null)
  const [isShown, setShown] = useState(false)
  const isSame = password === repeated

  useEffect(() => {
    let isCurrent = true
    const later = setTimeout(() => {
      if (!password) return setCheck(null)
      const words = [schoolName.trim(), accountName.trim()].filter(Boolean)
      client.vault
        .checkPassword({ password, words })
        .then((found) => isCurrent && setCheck(found))
        .catch(() => isCurrent && setCheck(null))
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(later)
    }
  }, [password, schoolName, accountName])

  const isFine = check !== null && check.problem === null && isSame
  useEffect(() => onVerdict(isFine), [isFine, onVerdict])

  const suggest = async () => {
    const { password: suggested } = await client.vault.suggestPassword({ language: currentLanguage() })
    change({ password: suggested, repeated: '' })
    setShown(true)
  }

  return (
    <>
      <div className="field">
        <div className="setup-label-line">
          <label htmlFor="setup-password">{t('setup.account.password')}</label>
          <Button type="link" size="small" onClick={() => void suggest().catch(() => undefined)}>
            {t('setup.account.suggest')}
          </Button>
        </div>
        <Input
          id="setup-password"
          size="large"
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          value={password}
          aria-describedby="setup-strength"
          onChange={(event) => change({ password: event.target.value })}
          suffix={
            <Button type="text" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? 'door.hide' : 'door.show')}
            </Button>
          }
        />
        <div className="strength" id="setup-strength" aria-live="polite">
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
        <label htmlFor="setup-repeated">{t('setup.account.repeat')}</label>
        <Input
          id="setup-repeated"
          size="large"
          type="password"
          autoComplete="off"
          maxLength={128}
          value={repeated}
          status={repeated && !password.startsWith(repeated) ? 'error' : undefined}
          onChange={(event) => change({ repeated: event.target.value })}
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
