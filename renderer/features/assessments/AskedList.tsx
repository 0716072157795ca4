import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Cell } from '#lib/sheet-flow'
import { useBoth } from './use-both.ts'

type Props = {
  form: Questionnaire
  cells: Cell[]
  details: Assessment['details']
  at: string | null
  onGo: (id: string) => void
}

/** What was asked and answered so far; each can be asked again. */
export function AskedList({ form, cells, details, at, onGo }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  if (cells.length === 0) return null
  return (
    <ol className="asked" aria-label={t('sheets.askedList')}>
      {cells.map(({ item, no, value }) => {
        const option = optionsOf(form, item).find((one) => one.value === value)
        return (
          <li key={item.id}>
            <button
              type="button"
              className={item.id === at ? 'asked-row asked-here' : 'asked-row'}
              aria-current={item.id === at ? 'step' : undefined}
              title={t('sheets.correct')}
              onClick={() => onGo(item.id)}
            >
              <span className="asked-question">
                {no} {both(item)}
              </span>
              <strong>{option ? both(option) : t('sheets.couldNotAskDone')}</strong>
              {details[item.id] && <span className="asked-detail">{details[item.id]}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
