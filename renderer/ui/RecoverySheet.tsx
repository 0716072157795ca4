import './recovery-code.css'
import { useTranslation } from 'react-i18next'
import { formatDate, localNow } from '#lib/format'
import { linesOf } from '#lib/recovery-lines'

type Props = { code: string; schoolName: string; isHidden: boolean }

/** The page that goes into two envelopes, on the screen. */
export function RecoverySheet({ code, schoolName, isHidden }: Props) {
  const { t } = useTranslation()
  const today = localNow()
  return (
    <div className={isHidden ? 'recovery-sheet recovery-hidden' : 'recovery-sheet'}>
      <div className="recovery-title">{t('setup.recovery.sheetTitle', { school: schoolName })}</div>
      <ol className="recovery-code" aria-label={t('door.code')}>
        {linesOf(code || '----').map((line, index) => (
          <li key={index}>
            <small>{index + 1}</small>
            {line}
          </li>
        ))}
      </ol>
      <ul className="recovery-advice">
        <li>{t('setup.recovery.envelopes')}</li>
        <li>{t('setup.recovery.noPhoto')}</li>
        <li>{t('setup.recovery.lost')}</li>
      </ul>
      <div className="recovery-lines">
        <span>
          {t('setup.recovery.madeOn')} {formatDate(today, '')}
        </span>
        <span>{t('setup.recovery.keptBy')} ＿＿＿＿＿＿＿＿</span>
        <span>{t('setup.recovery.place')} ＿＿＿＿＿＿＿＿</span>
      </div>
    </div>
  )
}
