import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisStep } from '#contract/code-tables'

type Props = { step: CrisisStep; onWrite: (text: string) => Promise<void> }

/** Who and how, added to a step that is stamped already. It never takes the caret by itself: the next key may be a number. */
export function StepDetail({ step, onWrite }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const write = () => {
    if (text.trim() === '' || isBusy) return
    setBusy(true)
    onWrite(text.trim())
      .then(() => setText(''))
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <input
      className="crisis-detail"
      aria-label={t('crises.detailOf', { step: t(`codes.crisisSteps.${step}`) })}
      placeholder={t('crises.detail')}
      maxLength={2000}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={write}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) write()
      }}
    />
  )
}
