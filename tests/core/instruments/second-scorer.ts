import { askedOfAsq, askedOfCssrs, asq, cssrs } from './second-interviews.ts'
import {
  allTheSame,
  blanks,
  halfUp,
  nothingElse,
  type Outcome,
  plain,
  type Sheet,
  sum,
  turned,
  wholeSum,
} from './second-sheet.ts'

/**
 * The nine instruments scored a second time, each written out by hand from its scoring rules. It knows nothing of the
 * instrument files and shares nothing with the engine: where both agree, both have read the rules alike.
 */
export const phq9 = (sheet: Sheet, age: number | null): Outcome => {
  const missing = blanks(sheet)
  const score = missing > 2 ? null : halfUp(sum(sheet) * 9, 9 - missing)
  let band = null
  const cutpoints = []
  if (score !== null) {
    if (score <= 4) band = 'minimal'
    else if (score <= 9) band = 'mild'
    else if (score <= 14) band = 'moderate'
    else if (score <= 19) band = 'modsevere'
    else band = 'severe'
    if (score >= 10) cutpoints.push('>=10')
    if (score >= 11 && age !== null && age >= 13 && age <= 17) cutpoints.push('>=11')
  }
  const ninth = sheet[8] ?? null
  return {
    ...nothingElse,
    scales: { total: { ...plain, score, band, missing, prorated: score !== null && missing > 0, cutpoints } },
    critical: ninth !== null && ninth > 0 ? ['phq9_9'] : [],
    askInPerson: ninth === null ? ['phq9_9'] : [],
    valid: score !== null,
  }
}

export const gad7 = (sheet: Sheet, age: number | null): Outcome => {
  const score = wholeSum(sheet)
  let band = null
  const cutpoints = []
  if (score !== null) {
    if (score < 5) band = 'minimal'
    else if (score < 10) band = 'mild'
    else if (score < 15) band = 'moderate'
    else band = 'severe'
    if (score >= 10) cutpoints.push('>=10')
    if (score >= 7 && age !== null && age >= 15 && age <= 24) cutpoints.push('>=7')
  }
  return {
    ...nothingElse,
    scales: { total: { ...plain, score, band, missing: blanks(sheet), cutpoints } },
    valid: score !== null,
  }
}

export const rses = (sheet: Sheet): Outcome => {
  const recoded = turned(sheet, [3, 5, 8, 9, 10], 3)
  const withoutEighth = [...recoded.slice(0, 7), ...recoded.slice(8)]
  const score = wholeSum(recoded)
  let band = null
  if (score !== null) band = score < 15 ? 'low' : score > 25 ? 'high' : 'normal'
  return {
    ...nothingElse,
    scales: {
      total: {
        ...plain,
        score,
        band,
        missing: blanks(sheet),
        alternates: score === null ? {} : { total_1to4: score + 10 },
      },
      total_ex8: { ...plain, score: wholeSum(withoutEighth), band: null, missing: blanks(withoutEighth) },
    },
    valid: score !== null,
    warnings: allTheSame(sheet) ? ['same_answer'] : [],
  }
}

export const k6 = (sheet: Sheet): Outcome => {
  const score = wholeSum(sheet)
  let band = null
  const cutpoints = []
  if (score !== null) {
    band = score >= 13 ? 'serious' : score >= 5 ? 'moderate' : 'low'
    if (score >= 13) cutpoints.push('>=13')
    if (score >= 5) cutpoints.push('>=5')
  }
  return {
    ...nothingElse,
    scales: { total: { ...plain, score, band, missing: blanks(sheet), cutpoints } },
    valid: score !== null,
  }
}

export const who5 = (sheet: Sheet): Outcome => {
  const raw = wholeSum(sheet)
  let band = null
  const cutpoints = []
  if (raw !== null) {
    // In raw points: 7 × 4 = 28 and 12 × 4 = 48, the last below 29 and below 51.
    band = raw <= 7 ? 'very_low' : raw <= 12 ? 'low' : 'usual'
    if (raw <= 12) cutpoints.push('<=50')
    if (raw <= 7) cutpoints.push('<=28')
  }
  return {
    ...nothingElse,
    scales: { index: { ...plain, score: raw === null ? null : raw * 4, band, missing: blanks(sheet), cutpoints } },
    valid: raw !== null,
    advice: sheet.includes(0) || sheet.includes(1) ? 1 : 0,
  }
}

export const cesd = (sheet: Sheet): Outcome => {
  const missing = blanks(sheet)
  const recoded = turned(sheet, [4, 8, 12, 16], 3)
  const score = missing > 4 ? null : halfUp(sum(recoded) * 20, 20 - missing)
  let band = null
  const cutpoints = []
  if (score !== null) {
    band = score < 16 ? 'none' : score < 20 ? 'possible' : 'marked'
    if (score >= 16) cutpoints.push('>=16')
    if (score >= 24) cutpoints.push('>=24')
  }
  return {
    ...nothingElse,
    scales: { total: { ...plain, score, band, missing, prorated: score !== null && missing > 0, cutpoints } },
    valid: score !== null,
    warnings: allTheSame(sheet) ? ['same_answer'] : [],
  }
}

export const swls = (sheet: Sheet): Outcome => {
  const score = wholeSum(sheet)
  let band = null
  if (score !== null) {
    if (score === 20) band = 'neutral'
    else if (score < 20) band = score >= 15 ? 'sl_dissat' : score >= 10 ? 'dissat' : 'ext_dissat'
    else band = score <= 25 ? 'sl_sat' : score <= 30 ? 'sat' : 'ext_sat'
  }
  return {
    ...nothingElse,
    scales: { total: { ...plain, score, band, missing: blanks(sheet) } },
    valid: score !== null,
  }
}

export type SecondForm = {
  items: readonly string[]
  /** What may be answered, from the lowest. */
  values: readonly number[]
  /** Numbers of the questions worded the other way; for drawing sheets of every level. */
  turned: readonly number[]
  /** The question about difficulty, answered 0–3 and never scored. */
  beside?: string
  /** Of an interview: leaves out what is not asked after these answers. */
  asked?: (sheet: Sheet) => Sheet
  score: (sheet: Sheet, age: number | null) => Outcome
}

const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}_${i + 1}`)

export const SECOND_FORMS: Record<string, SecondForm> = {
  phq9: {
    items: numbered('phq9', 9),
    values: [0, 1, 2, 3],
    turned: [],
    beside: 'phq9_difficulty',
    score: phq9,
  },
  gad7: { items: numbered('gad7', 7), values: [0, 1, 2, 3], turned: [], beside: 'gad7_difficulty', score: gad7 },
  rses: { items: numbered('rses', 10), values: [0, 1, 2, 3], turned: [3, 5, 8, 9, 10], score: rses },
  k6: { items: numbered('k6', 6), values: [0, 1, 2, 3, 4], turned: [], score: k6 },
  who5: { items: numbered('who5', 5), values: [0, 1, 2, 3, 4, 5], turned: [], score: who5 },
  cesd: { items: numbered('cesd', 20), values: [0, 1, 2, 3], turned: [4, 8, 12, 16], score: cesd },
  swls: { items: numbered('swls', 5), values: [1, 2, 3, 4, 5, 6, 7], turned: [], score: swls },
  asq: { items: numbered('asq', 5), values: [0, 1, 8], turned: [], asked: askedOfAsq, score: asq },
  'cssrs-screen': {
    items: [...numbered('cssrs', 6), 'cssrs_6_3m'],
    values: [0, 1],
    turned: [],
    asked: askedOfCssrs,
    score: cssrs,
  },
}
