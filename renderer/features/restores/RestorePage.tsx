import './restores.css'
import { useCallback, useEffect, useEffectEvent, useReducer } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { StepLine } from '#ui/StepLine'
import { ConfirmStep } from './ConfirmStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FolderStep } from './FolderStep.tsx'
import { GoingStep } from './GoingStep.tsx'
import { InsideStep } from './InsideStep.tsx'
import { START, stepBefore, STEPS } from './restore-state.ts'
import type { RestoreState } from './restore-state.ts'
import { SecretStep } from './SecretStep.tsx'
import { SetsStep } from './SetsStep.tsx'

type Props = {
  /** Whether there are records on this computer now. */
  hasRecords: boolean
  onLeave: () => void
  onRestored: () => void
}

/** A step that puts the caret nowhere, so that Enter does not run through it, begins at its title. */
const beginAt = (title: HTMLElement | null): void => {
  if (document.activeElement === document.body) title?.focus()
}

/** From a folder to the locked door, looking before acting: nothing is changed before the last step, and nothing is lost by it. */
export function RestorePage({ hasRecords, onLeave, onRestored }: Props) {
  const { t } = useTranslation()
  const [state, change] = useReducer((old: RestoreState, part: Partial<RestoreState>) => ({ ...old, ...part }), START)
  const { step } = state
  const forget = useCallback(() => void client.restores.cancel({}).catch(() => undefined), [])
  const back = () => {
    if (state.isTrying) return
    const before = stepBefore(step)
    if (before) return change({ step: before })
    if (step !== 'folder') return
    forget()
    onLeave()
  }
  const escape = useEffectEvent(back)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('.ant-select-open')) return
      escape()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  const shown = step === 'going' || step === 'done' ? 'confirm' : step
  const props = { state, change, onBack: back }
  return (
    <main className="restore">
      <section className="restore-card" aria-labelledby="restore-title">
        <div className="restore-top">
          <span>{t('restores.title')}</span>
          {stepBefore(step) !== null && !state.isTrying && (
            <button
              type="button"
              className="door-link"
              onClick={() => {
                forget()
                onLeave()
              }}
            >
              {t('restores.leave')}
            </button>
          )}
        </div>
        <StepLine
          label={t('restores.steps')}
          steps={STEPS.map((key) => ({ key, name: t(`restores.step.${key}`) }))}
          at={shown}
        />
        <h1 id="restore-title" key={step} ref={beginAt} tabIndex={-1}>
          {t(`restores.${step}.title`)}
        </h1>
        {step === 'folder' && <FolderStep {...props} />}
        {step === 'sets' && <SetsStep {...props} />}
        {step === 'secret' && <SecretStep {...props} />}
        {step === 'inside' && <InsideStep {...props} hasRecords={hasRecords} />}
        {step === 'confirm' && <ConfirmStep {...props} hasRecords={hasRecords} />}
        {step === 'going' && <GoingStep {...props} />}
        {step === 'done' && <DoneStep state={state} onGo={onRestored} />}
      </section>
    </main>
  )
}
