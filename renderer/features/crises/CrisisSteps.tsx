import { CheckOutlined } from '@ant-design/icons'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CRISIS_STEPS } from '#contract/code-tables'
import type { CrisisStep } from '#contract/code-tables'
import type { Crisis } from '#contract/crises'
import type { Guardian } from '#contract/students'
import { client } from '#lib/client'
import { formatTime, maskPhone } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { StepDetail } from './StepDetail.tsx'
import { showCrisis } from './use-crisis.ts'

type Props = { crisis: Crisis /** Null where their numbers are not shown. */; guardians: readonly Guardian[] | null }

/** The eight steps under their number keys; each is stamped at once with time and person. */
export function CrisisSteps({ crisis, guardians }: Props) {
  const { t } = useTranslation()
  const isOpen = crisis.state === 'open'
  const [justDone, setJustDone] = useState<CrisisStep | null>(null)
  const running = useRef(new Set<CrisisStep>())
  const [failed, setFailed] = useState<{ step: CrisisStep; error: unknown } | null>(null)
  const { writeAsync } = useWrite(client.crises.stamp, { invalidates: ['students'], onSuccess: showCrisis })
  const entriesOf = (step: CrisisStep) =>
    crisis.entries.filter((entry) => entry.step === step && entry.struckAt === null)

  const stamp = async (step: CrisisStep, text: string) => {
    if (text === '' && (running.current.has(step) || entriesOf(step).length > 0)) return setJustDone(step)
    running.current.add(step)
    setFailed(null)
    setJustDone(step)
    try {
      const about = { crisisId: crisis.id, studentId: crisis.studentId }
      await writeAsync({ ...about, id: crypto.randomUUID(), step, text, at: null })
    } catch (error) {
      setFailed({ step, error })
      throw error
    } finally {
      running.current.delete(step)
    }
  }
  const stampQuietly = (step: CrisisStep) => void stamp(step, '').catch(() => undefined)
  const pressNumber = useEffectEvent((key: string) => {
    const step = CRISIS_STEPS[Number(key) - 1]
    if (!step || !isOpen) return false
    stampQuietly(step)
    return true
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !/^[1-8]$/.test(event.key)) return
      if (event.target instanceof Element && event.target.closest('input, textarea, .ant-modal')) return
      if (!document.querySelector('.ant-modal') && pressNumber(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const next = CRISIS_STEPS.find((step) => entriesOf(step).length === 0)

  return (
    <section aria-label={t('crises.steps')}>
      {failed && (
        <ErrorState
          error={failed.error}
          what={t('crises.stampFailed', { step: t(`codes.crisisSteps.${failed.step}`) })}
          onRetry={() => stampQuietly(failed.step)}
        />
      )}
      <ol className="crisis-steps">
        {CRISIS_STEPS.map((step, index) => {
          const entries = entriesOf(step)
          const first = entries[0]
          const words = entries.map((entry) => entry.text).filter(Boolean)
          const className = ['crisis-step', first && 'crisis-step-done', isOpen && step === next && 'crisis-step-next']
          return (
            <li key={step} className={className.filter(Boolean).join(' ')}>
              <button
                type="button"
                className="crisis-step-main"
                aria-pressed={first !== undefined}
                aria-keyshortcuts={String(index + 1)}
                disabled={!isOpen && !first}
                onClick={() => isOpen && stampQuietly(step)}
              >
                <span className="crisis-step-mark">{first ? <CheckOutlined aria-hidden /> : index + 1}</span>
                <span className="crisis-step-name">{t(`codes.crisisSteps.${step}`)}</span>
                <span className="crisis-step-hint">
                  {first
                    ? `${formatTime(first.at)} ${[first.by, ...words].join(' · ')}`
                    : step === 'guardian-reached' && guardians?.length !== 0
                      ? guardians === null
                        ? t('crises.deskGuardian')
                        : guardians.map((one) => `${one.relation} ${maskPhone(one.phone)}`).join('　')
                      : t(`crises.hints.${step}`)}
                </span>
              </button>
              {first && isOpen && justDone === step && (
                <StepDetail key={step} step={step} onWrite={(text) => stamp(step, text)} />
              )}
            </li>
          )
        })}
      </ol>
      {isOpen && <p className="crisis-hint">{t('crises.keysHint')}</p>}
    </section>
  )
}
