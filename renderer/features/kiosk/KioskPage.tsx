import './kiosk.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskView } from '#contract/kiosk'
import { client } from '#lib/client'
import { useShade } from '#lib/shade'
import { addWords, setLanguage } from '#lib/words'
import * as words from '#lib/words/kiosk'
import { KioskOver } from './KioskOver.tsx'
import { KioskSitting } from './KioskSitting.tsx'
import { useGuard } from './use-guard.ts'

addWords('kiosk', words)

/** All a student can reach while the vault is closed: one form, then thanks. The counselor's password leads out. */
export function KioskPage({ onLeft }: { onLeft: () => void }) {
  const { t } = useTranslation()
  useShade('system')
  useGuard()
  const [view, setView] = useState<KioskView | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    client.kiosk.view({}).then(
      (found) => {
        setLanguage(found.language)
        setView(found)
      },
      () => setGone(true),
    )
  }, [])
  if (isGone) return <KioskOver words={t('kiosk.gone')} isPractice={false} onLeft={onLeft} />
  if (!view)
    return (
      <main className="kiosk kiosk-still" aria-busy="true">
        {t('kiosk.loading')}
      </main>
    )
  if (view.phase === 'over') return <KioskOver isPractice={view.practice} onLeft={onLeft} />
  return (
    <KioskSitting
      view={view}
      onOver={() => setView({ ...view, phase: 'over', forms: [], answers: [] })}
      onLeft={onLeft}
    />
  )
}
