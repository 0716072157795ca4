import './alarms.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Alarm } from '#contract/vault'
import { formatMoment } from '#lib/format'
import { AcceptForm } from './AcceptForm.tsx'
import { SalvageForm } from './SalvageForm.tsx'

type Props = { alarm: Alarm; onRead: () => void; onLock: () => void }
const DAMAGED: readonly Alarm['kind'][] = ['pages', 'structure']

/** What happened in plain words, what is safe, and three ways on. Nothing here deletes anything. */
export function AlarmPage({ alarm, onRead, onLock }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { kind, lost, lastGoodAt } = alarm
  const isDamaged = DAMAGED.includes(kind)
  const at = lastGoodAt && formatMoment(localOf(lastGoodAt), '')
  return (
    <main className="alarm">
      <section className="alarm-card" aria-labelledby="alarm-title">
        <h1 id="alarm-title">{t(`alarms.kinds.${kind}.title`)}</h1>
        <p className="alarm-what" role="alert">
          {lost !== null && lost > 0 && <strong>{t('alarms.lost', { count: lost })} </strong>}
          {t(`alarms.kinds.${kind}.what`)}
        </p>
        <p className="alarm-safe">
          {at && `${t(isDamaged ? 'alarms.checkedAt' : 'alarms.wholeUntil', { at })} `}
          {t('alarms.safe')}
        </p>
        <ol className="alarm-ways">
          <li>
            <div>
              <strong>{t('alarms.read.title')}</strong>
              <p>{t('alarms.read.hint')}</p>
            </div>
            <Button type={isOpen ? 'default' : 'primary'} autoFocus onClick={onRead}>
              {t('alarms.read.go')}
            </Button>
          </li>
          <li>
            <div>
              <strong>{t('alarms.restore.title')}</strong>
              <p>{t('alarms.restore.hint')}</p>
            </div>
            <Button onClick={onLock}>{t('alarms.restore.go')}</Button>
          </li>
          <li>
            <div>
              <strong>{t(isDamaged ? 'alarms.salvage.title' : 'alarms.accept.title')}</strong>
              <p>{t(isDamaged ? 'alarms.salvage.hint' : 'alarms.accept.hint')}</p>
            </div>
            {!isOpen && (
              <Button onClick={() => setOpen(true)}>{t(isDamaged ? 'alarms.salvage.go' : 'alarms.accept.go')}</Button>
            )}
            {isOpen && (isDamaged ? <SalvageForm onLock={onLock} /> : <AcceptForm />)}
          </li>
        </ol>
      </section>
    </main>
  )
}
