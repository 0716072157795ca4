import type { Coverage } from '#contract/screenings'

/** Percent with one decimal of those who were to be tested; null when nobody was. */
export const coverageOf = ({ due, done, excused }: Pick<Coverage, 'due' | 'done' | 'excused'>): number | null =>
  due - excused <= 0 ? null : Math.round((done / (due - excused)) * 1000) / 10

/** Those of whom there is no result although there should be one. */
export const missingOf = ({ due, done, excused }: Pick<Coverage, 'due' | 'done' | 'excused'>): number =>
  Math.max(0, due - excused - done)

/** Days without having been seen after which a flagged student is shown in red instead of amber. */
const LONG_WAIT_DAYS = 7
export const waitTone = (days: number): 'amber' | 'red' => (days >= LONG_WAIT_DAYS ? 'red' : 'amber')
