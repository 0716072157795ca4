/** Closed lists of the instrument files. They stand alone so that the window can use them without a validator. */

/** What can be wrong in an instrument file. */
export const FILE_FLAWS = [
  'not-json',
  'missing',
  'wrong-type',
  'unknown-word',
  'out-of-range',
  'twice',
  'unknown-item',
  'later-item',
  'scored-skip',
  'condition',
  'band-order',
  'band-gap',
  'band-overlap',
  'band-outside',
  'range',
  'no-triage',
  'built-in-id',
  'too-long',
] as const

/** Why a test may not be begun yet; each has a way to do it from there. */
export const TEST_BLOCKS = [
  'not-competent',
  'consent-under-14',
  'age-unknown',
  'withheld',
  'retired',
  'no-thresholds',
] as const
export type TestBlock = (typeof TEST_BLOCKS)[number]
/** Below this age a guardian's consent to testing is needed (个人信息保护法 art. 31). */
export const CONSENT_AGE = 14
