import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openDialog } from '#lib/dialogs'
import type { DialogRequest } from '#lib/dialogs'
import { paths } from '#lib/paths'
import type { Lack } from '#lib/test-choices'

type Props = {
  lacks: readonly Lack[]
  studentId: string
  asksAge: boolean
  overFourteen: boolean
  onOverFourteen: (isOver: boolean) => void
  /** Where to come back to once something was done. */
  back: DialogRequest
  onClose: () => void
}

/** 还差: what still blocks, each with the way to do it from here. */
export function Lacks({ lacks, studentId, asksAge, overFourteen, onOverFourteen, back, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const wayOf = ({ block, offer }: Lack) => {
    switch (block) {
      case 'not-competent':
        return () => openDialog({ kind: 'competence', instrumentId: offer.id }, back)
      case 'consent-under-14':
        return () => openDialog({ kind: 'consent', studentId, about: 'testing' }, back)
      case 'no-thresholds':
        return () => {
          onClose()
          void navigate(paths.instruments)
        }
      case 'age-unknown':
      case 'withheld':
      case 'retired':
        return null
    }
  }
  const rows = lacks.filter(({ block }) => block !== 'age-unknown')
  if (rows.length === 0 && !asksAge) return null
  return (
    <ul className="lacks" aria-label={t('sheets.lacks')}>
      {rows.map((lack) => {
        const way = wayOf(lack)
        return (
          <li key={`${lack.block} ${lack.offer.id}`}>
            <span>{t('sheets.missing', { list: t(`sheets.block.${lack.block}`, { short: lack.offer.short }) })}</span>
            {way && (
              <Button size="small" onClick={way}>
                {t(`sheets.blockVerb.${lack.block}`)}
              </Button>
            )}
          </li>
        )
      })}
      {asksAge && (
        <li>
          <Checkbox checked={overFourteen} onChange={(event) => onOverFourteen(event.target.checked)}>
            {t('sheets.overFourteen')}
          </Checkbox>
        </li>
      )}
    </ul>
  )
}
