import { useTranslation } from 'react-i18next'
import type { Option } from '#contract/instrument-file'
import { isSecondClick } from '#lib/second-click'
import { keysOf } from '#lib/sheet-keys'
import type { KeyScheme } from '#lib/sheet-keys'
import { useBoth } from './use-both.ts'

type Props = {
  label: string
  options: readonly Option[]
  scheme: KeyScheme
  value: number | undefined
  layout: 'beside' | 'below'
  onChoose: (value: number) => void
}

/** The answers with their keys; the one that was given is marked. */
export function AnswerKeys({ label, options, scheme, value, layout, onChoose }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const keys = keysOf(options, scheme)
  return (
    <div
      className={`answers answers-${layout}${options.length > 5 ? ' answers-many' : ''}`}
      role="group"
      aria-label={t('sheets.answersTo', { question: label })}
    >
      {options.map((option, place) => (
        <button
          key={option.value}
          type="button"
          className={option.value === value ? 'answer answer-on' : 'answer'}
          aria-pressed={option.value === value}
          aria-keyshortcuts={keys[place]}
          onClick={(event) => isSecondClick(event) || onChoose(option.value)}
        >
          <span className="answer-key" aria-hidden="true">
            {keys[place]}
          </span>
          <span>{both(option)}</span>
        </button>
      ))}
    </div>
  )
}
