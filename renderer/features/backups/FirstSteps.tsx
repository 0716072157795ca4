import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#contract/backups'
import { isFirst, outsidePlaces } from '#lib/backup-standing'
import { useMay } from '#lib/rights'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'

type Props = { status: BackupStatus; onMakePassphrase: () => void; onAddPlace: () => void; onBackUp: () => void }

/** The way to the first backup; gone once there is one outside this computer. */
export function FirstSteps({ status, onMakePassphrase, onAddPlace, onBackUp }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  if (!isFirst(status)) return null
  const outside = outsidePlaces(status.places)
  const hasPassphrase = status.passphraseSince !== null
  const hasPlace = outside.length > 0
  const isReady = hasPlace && status.running === null && outside.some(({ isThere }) => isThere)
  const steps = [
    {
      key: 'passphrase',
      isDone: hasPassphrase,
      isNext: !hasPassphrase,
      may: may('backups.setPassphrase'),
      verb: t('backup-passphrase.make'),
      act: onMakePassphrase,
    },
    {
      key: 'place',
      isDone: hasPlace,
      isNext: hasPassphrase && !hasPlace,
      may: may('backups.addPlace'),
      verb: t('backups.places.add'),
      act: onAddPlace,
    },
    {
      key: 'backUp',
      isDone: outside.some(({ newest }) => newest),
      isNext: hasPassphrase && hasPlace,
      may: isReady,
      verb: t('backups.now'),
      act: onBackUp,
    },
  ] as const
  return (
    <Panel title={t('backups.first.title')}>
      <Rows>
        {steps.map(({ key, isDone, isNext, may: mayDo, verb, act }, index) => (
          <Row
            key={key}
            lead={isDone ? <Tag tone="green">{t('backups.first.done')}</Tag> : index + 1}
            name={t(`backups.first.${key}`)}
            second={t(`backups.first.${key}Hint`)}
            verb={
              !isDone &&
              mayDo && (
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
