/** Closed lists of the roster import. They stand alone so that the window can use them without a validator. */

/** Everything a roster column can mean. `guardian1Name` … are composed into guardians. */
export const IMPORT_FIELDS = [
  'studentNo',
  'nationalNo',
  'name',
  'sex',
  'birthDate',
  'ethnicity',
  'grade',
  'className',
  'entryYear',
  'college',
  'major',
  'headTeacher',
  'boarding',
  'dormitory',
  'phone',
  'address',
  'note',
  'guardian1Name',
  'guardian1Relation',
  'guardian1Phone',
  'guardian2Name',
  'guardian2Relation',
  'guardian2Phone',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What can be wrong with a row, or worth a word about it. */
export const ROW_PROBLEMS = [
  'missing-name',
  'missing-number',
  'impossible-date',
  'unknown-class',
  'student-no-conflict',
  'unknown-sex',
  'bad-phone',
  'two-phones',
  'left-school',
  'too-long',
] as const
/** Refusals of a whole file: `invalid` with one of these as reason. Nothing in the vault has changed. */
export const FILE_PROBLEMS = [
  'not-a-table',
  'broken',
  'encrypted',
  'too-large',
  'too-slow',
  'empty',
  'no-roster',
] as const
