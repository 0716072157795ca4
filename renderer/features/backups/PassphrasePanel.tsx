import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'

/** Since when there is a passphrase; its words are nowhere but on paper. */
export function PassphrasePanel({ since, onMake }: { since: string | null; onMake: () => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const may = useMay()
  return (
    <Panel
      title={t('backup-passphrase.title')}
      extra={
        may('backups.setPassphrase') && (
          <Button size="small" onClick={onMake}>
            {t(since ? 'backup-passphrase.again' : 'backup-passphrase.make')}
          </Button>
        )
      }
    >
      <p className="backups-line">
        {since
          ? t('backup-passphrase.since', { date: formatDate(localOf(since), today) })
          : t('backup-passphrase.none')}
        {!may('backups.setPassphrase') && ` ${t('backup-passphrase.notYours')}`}
      </p>
    </Panel>
  )
}
