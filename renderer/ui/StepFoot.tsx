import './step-foot.css'
import { Button } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  hint: ReactNode
  /** The hint says what still has to be done. */
  isMissing?: boolean
  back: string
  next: string
  isBusy?: boolean
  /** Enter goes on at once; not where going on writes. */
  isReady?: boolean
  onBack: () => void
  /** Absent while the step cannot be left forwards. */
  onNext: (() => void) | undefined
}

/** Back, where we are, and the one next step. */
export function StepFoot({
  hint,
  isMissing = false,
  back,
  next,
  isBusy = false,
  isReady = false,
  onBack,
  onNext,
}: Props) {
  return (
    <footer className="step-foot">
      <Button onClick={onBack}>{back}</Button>
      <p className={isMissing ? 'step-foot-missing' : undefined} role="status">
        {hint}
      </p>
      <Button type="primary" autoFocus={isReady} disabled={!onNext} loading={isBusy} onClick={onNext}>
        {next}
      </Button>
    </footer>
  )
}
