import { nothingElse, type Outcome, plain, type Sheet } from './second-sheet.ts'

const NO = 0
const YES = 1
const REFUSED = 8

/*
 * A question is left out only when the answers before it say so. While one of those is open, the question that hangs on
 * it is open, too: not asked is never read as no.
 */

/** Yes or refused on any of 1–4 is positive; question 5 (now) is then due and decides between acute and not. */
export const asq = (sheet: Sheet): Outcome => {
  const [wish = null, betterOff = null, thoughts = null, tried = null, now = null] = sheet
  const firstFour = [wish, betterOff, thoughts, tried]
  const positive = firstFour.some((answer) => answer === YES || answer === REFUSED)

  let level: 0 | 1 | 2 | null = null
  if (now === YES) level = 2
  else if (positive) level = now === null ? 2 : 1
  else if (now === REFUSED) level = 1
  else if (firstFour.every((answer) => answer === NO)) level = 0

  const open = [1, 2, 3, 4].filter((number) => firstFour[number - 1] === null)
  if (now === null && !firstFour.every((answer) => answer === NO)) open.push(5)
  const band = level === null ? null : (['negative', 'nonacute', 'acute'] as const)[level]
  return {
    ...nothingElse,
    scales: { triage: { ...plain, score: level, band, missing: open.length } },
    critical: [1, 2, 3, 4, 5]
      .filter((number) => sheet[number - 1] === YES || sheet[number - 1] === REFUSED)
      .map((number) => `asq_${number}`),
    askInPerson: open.map((number) => `asq_${number}`),
    valid: level !== null && open.length === 0,
    incomplete: open.length > 0,
    nextStep: band,
  }
}

/** The most serious yes sets the level; 3–5 are due after a yes to 2, the three months after a yes to 6. */
export const cssrs = (sheet: Sheet): Outcome => {
  const [wish = null, thoughts = null, method = null, intent = null, plan = null, ever = null, recent = null] = sheet

  const open: string[] = []
  if (wish === null) open.push('cssrs_1')
  if (thoughts === null) open.push('cssrs_2')
  if (thoughts !== NO && method === null) open.push('cssrs_3')
  if (thoughts !== NO && intent === null) open.push('cssrs_4')
  if (thoughts !== NO && plan === null) open.push('cssrs_5')
  if (ever === null) open.push('cssrs_6')
  if (ever !== NO && recent === null) open.push('cssrs_6_3m')

  let level: 0 | 1 | 2 | 3 | null = open.length === 0 ? 0 : null
  if (wish === YES || thoughts === YES) level = 1
  if (method === YES || (ever === YES && recent === NO)) level = 2
  if (intent === YES || plan === YES || recent === YES || (ever === YES && recent === null)) level = 3

  const critical: string[] = []
  if (wish === YES) critical.push('cssrs_1')
  if (thoughts === YES) critical.push('cssrs_2')
  if (method === YES) critical.push('cssrs_3')
  if (intent === YES) critical.push('cssrs_4')
  if (plan === YES) critical.push('cssrs_5')
  if (ever === YES) critical.push('cssrs_6')
  if (recent === YES) critical.push('cssrs_6_3m')

  const band = level === null ? null : (['none', 'low', 'moderate', 'high'] as const)[level]
  return {
    ...nothingElse,
    scales: { triage: { ...plain, score: level, band, missing: open.length } },
    critical,
    // 3, 4 and 5 are not on the list of questions to be made up for.
    askInPerson: open.filter((item) => ['cssrs_1', 'cssrs_2', 'cssrs_6', 'cssrs_6_3m'].includes(item)),
    valid: level !== null && open.length === 0,
    incomplete: open.length > 0,
    nextStep: band,
  }
}

/** The answers that are left when the interviewer follows the form: what is not asked stays blank. */
export const askedOfAsq = (sheet: Sheet): Sheet =>
  sheet.slice(0, 4).every((answer) => answer === NO) ? [...sheet.slice(0, 4), null] : sheet

export const askedOfCssrs = (sheet: Sheet): Sheet =>
  sheet.map((answer, i) => {
    if (i >= 2 && i <= 4 && sheet[1] === NO) return null
    if (i === 6 && sheet[5] === NO) return null
    return answer
  })
