import './setup.css'
import { useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StepLine } from '#ui/StepLine'
import { AccountForm } from './AccountForm.tsx'
import { DoorsCard } from './DoorsCard.tsx'
import { RecoveryForm } from './RecoveryForm.tsx'
import { SchoolForm } from './SchoolForm.tsx'
import { startState, STEPS } from './setup-state.ts'
import type { SetupState, Step } from './setup-state.ts'
import { TermsForm } from './TermsForm.tsx'

const NUMBERED = STEPS.slice(1)

/** The first start: from an empty folder to an open room in five short pages. */
export function SetupPage({ onOpened, onRestore }: { onOpened: () => void; onRestore: () => void }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('doors')
  const [state, change] = useReducer(
    (old: SetupState, part: Partial<SetupState>) => ({ ...old, ...part }),
    undefined,
    startState,
  )
  const at = STEPS.indexOf(step)
  const props = {
    state,
    change,
    onNext: () => setStep(STEPS[at + 1] ?? step),
    onBack: () => setStep(STEPS[at - 1] ?? step),
  }
  return (
    <main className="setup">
      <div className="setup-sheet">
        <div className="setup-name">{t('door.room')}</div>
        {step === 'doors' ? (
          <DoorsCard onNext={props.onNext} onOpened={onOpened} onRestore={onRestore} />
        ) : (
          <section className="setup-card" aria-labelledby="setup-title">
            <StepLine
              label={t('setup.steps')}
              steps={NUMBERED.map((key) => ({ key, name: t(`setup.${key}.short`) }))}
              at={step}
            />
            <h1 id="setup-title">{t(`setup.${step}.title`)}</h1>
            <p className="setup-lead">{t(`setup.${step}.lead`)}</p>
            {step === 'school' && <SchoolForm {...props} />}
            {step === 'account' && <AccountForm {...props} />}
            {step === 'recovery' && <RecoveryForm {...props} />}
            {step === 'terms' && <TermsForm {...props} onOpened={onOpened} />}
          </section>
        )}
      </div>
    </main>
  )
}
