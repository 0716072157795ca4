import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TeacherDoor } from './TeacherDoor.tsx'

/** Thanks. Nothing of the form is left in the page. */
export function KioskOver({ isPractice, onLeft }: { isPractice: boolean; onLeft: () => void }) {
  const { t } = useTranslation()
  const [isTeacherHere, setTeacherHere] = useState(false)
  if (isTeacherHere) return <TeacherDoor isPractice={isPractice} onLeft={onLeft} onBack={() => setTeacherHere(false)} />
  return (
    <main className="kiosk">
      <header className="kiosk-head">
        <span />
        <button type="button" className="kiosk-teacher" onClick={() => setTeacherHere(true)}>
          {t('kiosk.teacher')}
        </button>
      </header>
      <section className="kiosk-body kiosk-thanks">
        <h1 className="kiosk-question">{t('kiosk.thanks')}</h1>
        <p className="kiosk-instructions">{t('kiosk.handedIn')}</p>
      </section>
    </main>
  )
}
