/** Answers in the order of the printed form; null where nothing was answered or the question was not asked. */
export type Sheet = readonly (number | null)[]

export type ScaleOutcome = {
  score: number | null
  band: string | null
  missing: number
  prorated: boolean
  alternates: Record<string, number>
  /** The conditions of the cut points that are met. */
  cutpoints: string[]
}

export type Outcome = {
  scales: Record<string, ScaleOutcome>
  critical: string[]
  askInPerson: string[]
  valid: boolean
  incomplete: boolean
  warnings: string[]
  /** How many pieces of advice are given. */
  advice: number
  /** The band whose next steps are shown. */
  nextStep: string | null
}

/** What is the same on most forms, so that each states only what is its own. */
export const nothingElse = {
  critical: [],
  askInPerson: [],
  incomplete: false,
  warnings: [],
  advice: 0,
  nextStep: null,
} satisfies Partial<Outcome>

export const plain = { prorated: false, alternates: {}, cutpoints: [] } satisfies Partial<ScaleOutcome>

export const blanks = (sheet: Sheet): number => sheet.filter((answer) => answer === null).length

export const sum = (sheet: Sheet): number => {
  let total = 0
  for (const answer of sheet) total += answer ?? 0
  return total
}

/** A sum that counts only when nothing was left blank. */
export const wholeSum = (sheet: Sheet): number | null => (blanks(sheet) > 0 ? null : sum(sheet))

/** A fraction to the nearest whole number, the half upwards, in whole numbers all the way. */
export const halfUp = (over: number, under: number): number => Math.floor((2 * over + under) / (2 * under))

/** Turns round the questions with these numbers (from 1): the answer is taken from `top`, the lowest and highest together. */
export const turned = (sheet: Sheet, numbers: readonly number[], top: number): Sheet =>
  sheet.map((answer, i) => (answer !== null && numbers.includes(i + 1) ? top - answer : answer))

export const allTheSame = (sheet: Sheet): boolean => sheet[0] !== null && sheet.every((answer) => answer === sheet[0])
