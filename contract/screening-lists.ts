/** Closed lists of the screening rounds. They stand alone so that the window can use them without a validator. */

export const ENTRY_FILTERS = ['all', 'waiting', 'flagged', 'critical', 'seen', 'missing', 'void'] as const
export type EntryFilter = (typeof ENTRY_FILTERS)[number]
/** `urgency`: critical answer, then earlier contact, then the longest wait. */
export const ENTRY_SORTS = ['urgency', 'class', 'score'] as const
export type EntrySort = (typeof ENTRY_SORTS)[number]

/** What can be wrong with a row of a platform's file. */
export const RESULT_PROBLEMS = [
  'missing-number',
  'unknown-student',
  'name-differs',
  'double',
  'impossible-date',
  'not-a-number',
  'not-an-option',
  'out-of-range',
  'empty-row',
  'counted-from-one',
] as const
export type ResultProblem = (typeof RESULT_PROBLEMS)[number]
