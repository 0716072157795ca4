import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TeacherDoor } from './TeacherDoor.tsx'

type Props = { isPractice: boolean; onLeft: () => void; words?: string }

/** Thanks, or what went wrong. Nothing of the form is left in the page; the counselor's door is. */
export function KioskOver({ isPractice, onLeft, words }: Props) {
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
        {!words && <h1 className="kiosk-question">{t('kiosk.thanks')}</h1>}
        <p className="kiosk-instructions">{words ?? t('kiosk.handedIn')}</p>
      </section>
    </main>
  )
}
