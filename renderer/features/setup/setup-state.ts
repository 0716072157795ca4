import type { School } from '#contract/settings'
import { localNow } from '#lib/format'
import { LINES } from '#lib/recovery-lines'
import { usualTerms } from '#lib/terms'
import type { Period } from '#ui/PeriodRows'

export const STEPS = ['doors', 'school', 'account', 'recovery', 'terms'] as const
export type Step = (typeof STEPS)[number]

/** All that is typed during set-up; kept in one place so that going back loses nothing. */
export type SetupState = {
  schoolName: string
  stage: School['stage'] | null
  accountName: string
  sex: 'male' | 'female' | null
  password: string
  repeated: string
  recoveryCode: string
  /** The lines as typed back from the sheet. */
  typedLines: string[]
  terms: Period[]
}

export const startState = (): SetupState => ({
  schoolName: '',
  stage: null,
  accountName: '',
  sex: null,
  password: '',
  repeated: '',
  recoveryCode: '',
  typedLines: Array<string>(LINES).fill(''),
  terms: usualTerms(localNow()),
})

export type StepProps = {
  state: SetupState
  change: (part: Partial<SetupState>) => void
  onNext: () => void
  onBack: () => void
}
