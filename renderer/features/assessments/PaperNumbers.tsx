import { useTranslation } from 'react-i18next'
import type { Option } from '#contract/instrument-file'
import { keysOf, schemesOf } from '#lib/sheet-keys'
import type { KeyScheme } from '#lib/sheet-keys'
import { useBoth } from './use-both.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

type Props = { options: readonly Option[]; onChoose: (scheme: KeyScheme) => void }

/**
 * Editions of some instruments number their answers upwards, others downwards. Asked once before the first answer,
 * because a wrong guess would turn every answer round.
 */
export function PaperNumbers({ options, onChoose }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const first = options[0]
  const choices = schemesOf(options).map((scheme) => {
    const keys = keysOf(options, scheme)
    return { scheme, key: keys[0] ?? '', line: options.map((option, at) => `${keys[at]} ${both(option)}`).join(' · ') }
  })
  useSheetKeys((key) => {
    const chosen = choices.find((choice) => choice.key === key)
    if (chosen) onChoose(chosen.scheme)
    return chosen !== undefined
  })
  if (!first) return null
  return (
    <div className="sheet-card">
      <div className="question question-middle">
        <h2>{t('sheets.whichNumber', { option: both(first) })}</h2>
        <p className="question-hint">{t('sheets.whichNumberHint')}</p>
      </div>
      <div className="answers answers-below" role="group" aria-label={t('sheets.paperShows')}>
        {choices.map(({ scheme, key, line }) => (
          <button
            key={scheme}
            type="button"
            className="answer"
            aria-keyshortcuts={key}
            onClick={() => onChoose(scheme)}
          >
            <span className="answer-key" aria-hidden="true">
              {key}
            </span>
            <span>{line}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
