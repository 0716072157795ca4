import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#contract/backups'
import { outsidePlaces } from '#lib/backup-standing'
import { useMay } from '#lib/rights'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

type Props = { status: BackupStatus; onMakePassphrase: () => void; onAddPlace: () => void }

/** The way to the first backup; gone once there is one outside this computer. */
export function FirstSteps({ status, onMakePassphrase, onAddPlace }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const outside = outsidePlaces(status.places)
  if (status.passphraseSince && outside.some(({ newest }) => newest)) return null
  const hasPassphrase = status.passphraseSince !== null
  const hasPlace = outside.length > 0
  const steps = [
    {
      key: 'passphrase',
      isDone: hasPassphrase,
      isNext: !hasPassphrase,
      verb: t('backups.passphrase.make'),
      act: onMakePassphrase,
    },
    {
      key: 'place',
      isDone: hasPlace,
      isNext: hasPassphrase && !hasPlace,
      verb: t('backups.places.add'),
      act: onAddPlace,
    },
    { key: 'backUp', isDone: false, isNext: false, verb: null, act: () => undefined },
  ] as const
  return (
    <Panel title={t('backups.first.title')}>
      <Rows>
        {steps.map(({ key, isDone, isNext, verb, act }, index) => (
          <Row
            key={key}
            lead={isDone ? <Tag tone="green">{t('backups.first.done')}</Tag> : index + 1}
            name={t(`backups.first.${key}`)}
            second={t(`backups.first.${key}Hint`)}
            verb={
              !isDone &&
              verb &&
              (key !== 'passphrase' || may('backups.setPassphrase')) && (
                <Button type={isNext ? 'primary' : 'default'} onClick={act}>
                  {verb}
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}
