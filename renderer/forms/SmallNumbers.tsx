import { useTranslation } from 'react-i18next'
import { HIDE_CHOICES } from '#contract/report-shown'
import { Chips } from '#ui/Chips'

type Props = { hideBelow: number; onChange: (hideBelow: number) => void }

/** Whether numbers of few persons are shown on a paper or in a file that leaves the room. */
export function SmallNumbers({ hideBelow, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <span className="field-label">{t('reports.leave.hide')}</span>
      <Chips
        label={t('reports.leave.hide')}
        value={hideBelow}
        options={HIDE_CHOICES.map((n) => ({
          value: n,
          label: n ? t('reports.leave.below', { n }) : t('reports.leave.all'),
        }))}
        onChange={onChange}
      />
    </>
  )
}
