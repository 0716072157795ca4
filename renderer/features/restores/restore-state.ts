import type { FoundSet, OpenedSet } from '#contract/restores'

export const STEPS = ['folder', 'sets', 'secret', 'inside', 'confirm'] as const
/** The pages of the wizard; `going` and `done` stand at the end of the last step and cannot be left backwards. */
export type Step = (typeof STEPS)[number] | 'going' | 'done'

/** All that was chosen and typed; kept in one place so that going back loses nothing. */
export type RestoreState = {
  step: Step
  folder: string
  sets: FoundSet[]
  chosen: FoundSet | null
  secret: string
  /** A secret is being tried: until it is known, nothing leads away. */
  isTrying: boolean
  opened: OpenedSet | null
  accountId: string | null
  password: string
  repeated: string
  asideFolder: string | null
  /** Why the last step did not come to its end. */
  failure: unknown
}

export const START: RestoreState = {
  step: 'folder',
  folder: '',
  sets: [],
  chosen: null,
  secret: '',
  isTrying: false,
  opened: null,
  accountId: null,
  password: '',
  repeated: '',
  asideFolder: null,
  failure: null,
}

/** What was on the screen before; null where there is no way back. */
export const stepBefore = (step: Step): Step | null => {
  const at = STEPS.findIndex((one) => one === step)
  return at > 0 ? (STEPS[at - 1] ?? null) : null
}

export type StepProps = {
  state: RestoreState
  change: (part: Partial<RestoreState>) => void
  onBack: () => void
}
