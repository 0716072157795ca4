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
  language: Language
  say: ((text: string) => void) | null
  onAnswer: (item: string, value: number | undefined) => void
  onDone: () => void
}

/** All questions on one page, as on the printed form. */
export function KioskAll({ form, given, language, say, onAnswer, onDone }: Props) {
  const { t } = useTranslation()
  const stem = form.stem ? bothIn(language, form.stem) : bothIn(language, form.timeframe)
  return (
    <section className="kiosk-body">
      <p className="kiosk-stem">{stem}</p>
      <ol className="kiosk-list">
        {askedItems(form, given).map((item) => {
          const question = bothIn(language, item)
          const options = optionsOf(form, item)
          return (
            <li key={item.id} className="kiosk-item">
              <p className="kiosk-item-question">
                {question}
                {say && (
                  <button type="button" className="kiosk-plain" onClick={() => say(question)}>
                    {t('kiosk.listen')}
                  </button>
                )}
              </p>
              <div className="kiosk-options kiosk-options-row" role="radiogroup" aria-label={question}>
                {options.map((option) => (
                  <button
                    key={option.value}
                    type="button"
                    role="radio"
                    aria-checked={given[item.id] === option.value}
                    className="kiosk-option"
                    onClick={(event) => {
                      if (isSecondClick(event)) return
                      onAnswer(item.id, given[item.id] === option.value ? undefined : option.value)
                    }}
                  >
                    {bothIn(language, option)}
                  </button>
                ))}
              </div>
            </li>
          )
        })}
      </ol>
      <div className="kiosk-row">
        <button type="button" className="kiosk-primary" onClick={onDone}>
          {t('kiosk.toEnd')}
        </button>
      </div>
    </section>
  )
}
