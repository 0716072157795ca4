import { useTranslation } from 'react-i18next'
import { DateField } from '#ui/DateField'

type Props = { day: string; isLate: boolean; onChange: (day: string) => void }

/** When the sheet was filled in; paper may be older than today. */
export function TakenDay({ day, isLate, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="sheet-day">
      <span className="field-label">{t('sheets.takenOn')}</span>
      <DateField
        label={t('sheets.takenOn')}
        value={day}
        hasError={isLate}
        onChange={(date) => date && onChange(date)}
      />
      <span className={isLate ? 'field-error' : 'field-hint'}>
        {t(isLate ? 'sheets.takenLate' : 'sheets.takenHint')}
      </span>
    </div>
  )
}
