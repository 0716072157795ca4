import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { askedItems, optionsOf } from '#contract/instrument-flow'
import type { KioskForm } from '#contract/kiosk'
import type { Answers } from '#contract/results'
import type { Language } from '#contract/vault'
import { bothIn } from '#lib/both'
import { isSecondClick } from '#lib/second-click'

type Props = {
  form: KioskForm
  given: Answers
  /** Question from 1. */
  step: number
  language: Language
  say: ((text: string) => void) | null
  onAnswer: (item: string, value: number | undefined) => void
  onGo: (by: 1 | -1) => void
}

/** A new question is read out by screen readers from its heading on. */
const focus = (heading: HTMLHeadingElement | null): void => heading?.focus()

/** One question a page; the digits 1–9 choose as well, the next question comes by itself. */
export function KioskOne({ form, given, step, language, say, onAnswer, onGo }: Props) {
  const { t } = useTranslation()
  const items = askedItems(form, given)
  const item = items[step - 1]
  const options = item ? optionsOf(form, item) : []
  const press = useEffectEvent((event: KeyboardEvent) => {
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (item && option && !event.repeat) onAnswer(item.id, option.value)
    else if (event.key === 'ArrowLeft' || event.key === 'Backspace') onGo(-1)
    else if (event.key === 'ArrowRight') onGo(1)
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  if (!item) return null
  const question = bothIn(language, item)
  const stem = form.stem ? bothIn(language, form.stem) : bothIn(language, form.timeframe)
  const isAnswered = item.id in given
  return (
    <section className="kiosk-body" key={item.id}>
      <p className="kiosk-quiet">{t('kiosk.questionOf', { n: step, of: items.length })}</p>
      <progress className="kiosk-progress" value={step} max={items.length} aria-hidden="true" />
      <p className="kiosk-stem">{stem}</p>
      <h1 className="kiosk-question" ref={focus} tabIndex={-1}>
        {question}
      </h1>
      <div className="kiosk-options" role="radiogroup" aria-label={question}>
        {options.map((option, i) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={given[item.id] === option.value}
            className="kiosk-option"
            onClick={(event) => isSecondClick(event) || onAnswer(item.id, option.value)}
          >
            <span className="kiosk-key" aria-hidden="true">
              {i + 1}
            </span>
            {bothIn(language, option)}
          </button>
        ))}
      </div>
      <div className="kiosk-row">
        <button type="button" className="kiosk-plain" onClick={() => onGo(-1)}>
          {t('kiosk.back')}
        </button>
        {say && (
          <button
            type="button"
            className="kiosk-plain"
            onClick={() => say([stem, question, ...options.map((one) => bothIn(language, one))].join('。'))}
          >
            {t('kiosk.listen')}
          </button>
        )}
        <span className="kiosk-gap" />
        {isAnswered ? (
          <button type="button" className="kiosk-plain" onClick={() => onGo(1)}>
            {t('kiosk.next')}
          </button>
        ) : (
          <button type="button" className="kiosk-plain" onClick={() => onGo(1)}>
            {t('kiosk.skip')}
          </button>
        )}
      </div>
    </section>
  )
}
