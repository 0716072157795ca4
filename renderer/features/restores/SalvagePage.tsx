import './restores.css'
import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  onRestore: () => void
  onLeave: () => void
  /** The form that does it. */
  children: ReactNode
}

/** Records that do not open: a good backup first, and else what can still be read of them. */
export function SalvagePage({ onRestore, onLeave, children }: Props) {
  const { t } = useTranslation()
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <main className="restore">
      <section className="restore-card restore-trouble" aria-labelledby="salvage-title">
        <h1 id="salvage-title">{t('restores.salvage.title')}</h1>
        <p className="restore-lead">{t('restores.salvage.lead')}</p>
        <p className="restore-safe">
          {t('restores.salvage.first')}
          <button type="button" className="door-link" onClick={onRestore}>
            {t('restores.trouble.restore')}
          </button>
        </p>
        {children}
        <div className="restore-foot">
          <Button type="text" onClick={onLeave}>
            {t('restores.back')}
          </Button>
        </div>
      </section>
    </main>
  )
}
