import './reading.css'
import { useTranslation } from 'react-i18next'

/** Whose case the page below is about, and that reading it is in the log. */
export function OthersLine({ holder, mayWrite }: { holder: string; mayWrite: boolean }) {
  const { t } = useTranslation()
  return (
    <p className="others-line" role="note">
      {t(mayWrite ? 'accounts.reading.standIn' : 'accounts.reading.line', { name: holder })}
    </p>
  )
}
