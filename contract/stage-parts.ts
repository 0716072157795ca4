import type { StageFields } from '#contract/stages'

/** Nothing goes home, so it is for nobody. */
export const NOTHING_HOME: Omit<StageFields, 'text' | 'nextSteps'> = {
  familyText: '',
  toldTopics: [],
  personId: null,
  receiver: '',
  relation: null,
  exceptionGround: null,
}
export const EMPTY_STAGE: StageFields = { text: '', nextSteps: '', ...NOTHING_HOME }
