import './wording-hints.css'
import { useTranslation } from 'react-i18next'
import { remarksOn } from '#lib/wording'
import { useWorkplace } from '#lib/workplace'

const MOST = 3
type Props = {
  text: string
  /** A remark was chosen: the words from `at` on. */
  onPick?: (at: number, length: number) => void
}

/** Under a text, while nobody types in it: words one may want to look at again. Advice; nothing is held back. */
export function WordingHints({ text, onPick }: Props) {
  const { t } = useTranslation()
  const { preferences } = useWorkplace()
  const remarks = preferences.wordingHints ? remarksOn(text) : []
  if (remarks.length === 0) return null
  return (
    <ul className="wording" aria-label={t('wording.title')}>
      {remarks.slice(0, MOST).map(({ wording, at, text: words }) => (
        <li key={`${wording}${at}`}>
          <button type="button" className="wording-word" onClick={() => onPick?.(at, words.length)}>
            {words}
          </button>
          {t(`wording.${wording}`)}
        </li>
      ))}
      {remarks.length > MOST && <li>{t('wording.more', { n: remarks.length - MOST })}</li>}
    </ul>
  )
}
