import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskForm, KioskView } from '#contract/kiosk'
import type { Answers } from '#contract/results'
import { client } from '#lib/client'
import { KioskAll } from './KioskAll.tsx'
import { KioskEnd } from './KioskEnd.tsx'
import { KioskIntro } from './KioskIntro.tsx'
import { KioskOne } from './KioskOne.tsx'
import { TeacherDoor } from './TeacherDoor.tsx'
import { beginSitting, lastStep, moved, type Sitting, withAnswer } from '#lib/kiosk-sitting'
import { useStillness } from './use-stillness.ts'
import { useVoice } from './use-voice.ts'

type Props = { view: KioskView; onOver: () => void; onLeft: () => void }

/** The forms one after another. Every choice is sealed on its way; leaving the chair ends it. */
export function KioskSitting({ view, onOver, onLeft }: Props) {
  const { t } = useTranslation()
  const { forms, language } = view
  const [sitting, setSitting] = useState(() => beginSitting(forms, view.answers))
  const [isTeacherHere, setTeacherHere] = useState(false)
  const [isKept, setKept] = useState(true)
  const [isHandingIn, setHandingIn] = useState(false)
  const voice = useVoice(language)
  const say = view.aloud ? voice : null

  // One save after another: a slow disk never lets an older sheet overwrite a newer one.
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const keep = (answers: Answers[]) => {
    saving.current = saving.current.then(() =>
      client.kiosk.save({ answers }).then(
        () => setKept(true),
        () => setKept(false),
      ),
    )
  }
  const answer = (item: string, value: number | undefined) => {
    const next = withAnswer(forms, sitting, item, value)
    setSitting(next)
    keep(next.answers)
    return next
  }
  const hand = async (how: 'finish' | 'idle') => {
    if (isHandingIn) return
    setHandingIn(true)
    await saving.current
    try {
      await client.kiosk[how]({ answers: sitting.answers })
      onOver()
    } catch {
      setKept(false)
      setHandingIn(false)
    }
  }
  const secondsLeft = useStillness(!isHandingIn, () => void hand('idle'))
  const go = (by: 1 | -1, from: Sitting = sitting) => setSitting(moved(forms, from, by))

  const { place, answers } = sitting
  const form = forms[place.form]
  if (!form) return null
  if (isTeacherHere)
    return <TeacherDoor isPractice={view.practice} onLeft={onLeft} onBack={() => setTeacherHere(false)} />
  const given = answers[place.form] ?? {}
  const isEnd = place.step === lastStep(forms, place.form, answers)
  return (
    <main className="kiosk" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header className="kiosk-head">
        <span>{forms.length > 1 && t('kiosk.formOf', { n: place.form + 1, of: forms.length })}</span>
        <button type="button" className="kiosk-teacher" onClick={() => setTeacherHere(true)}>
          {t('kiosk.teacher')}
        </button>
      </header>
      {!isKept && (
        <p className="kiosk-alert" role="alert">
          {t('kiosk.notKept')}
        </p>
      )}
      {secondsLeft !== null && (
        <div className="kiosk-alert" role="alertdialog" aria-label={t('kiosk.stillThere')}>
          <strong>{t('kiosk.stillThere')}</strong> {t('kiosk.stillThereHint', { seconds: secondsLeft })}{' '}
          <button type="button" className="kiosk-plain">
            {t('kiosk.stillHere')}
          </button>
        </div>
      )}
      {place.step === 0 ? (
        <KioskIntro form={form} language={language} say={say} onBegin={() => go(1)} />
      ) : isEnd ? (
        <KioskEnd
          form={form}
          given={given}
          isLast={place.form === forms.length - 1}
          isBusy={isHandingIn}
          onBack={() => go(-1)}
          onDone={() => (place.form === forms.length - 1 ? void hand('finish') : go(1))}
        />
      ) : view.layout === 'one' ? (
        <KioskOne
          form={form}
          given={given}
          step={place.step}
          language={language}
          say={say}
          onAnswer={(item, value) => {
            const next = answer(item, value)
            if (value !== undefined) go(1, next)
          }}
          onGo={go}
        />
      ) : (
        <KioskAll
          form={form}
          given={given}
          language={language}
          say={say}
          onAnswer={answer}
          onDone={() => setSitting({ ...sitting, place: { ...place, step: lastStep(forms, place.form, answers) } })}
        />
      )}
      <KioskFoot form={form} />
    </main>
  )
}

/** Whose form it is: the licences ask for this line wherever the form is shown. */
function KioskFoot({ form }: { form: KioskForm }) {
  const { t } = useTranslation()
  return (
    <footer className="kiosk-foot">
      <span>{form.attribution}</span>
      {form.zhText !== 'official' && <span>{t('kiosk.unofficial')}</span>}
    </footer>
  )
}
