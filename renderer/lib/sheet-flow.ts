import type { Item, Questionnaire } from '#contract/instrument-file'
import { askedItems, isRequired, keepAsked } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'

/** A sheet while it is filled in: what was answered, what was left out on purpose, and where one is. */
export type SheetForm = Pick<Questionnaire, 'items'>
export type SheetState = {
  answers: Answers
  /** Passed over on purpose, by item id. They are not kept: whoever comes back sees them as open. */
  blanks: readonly string[]
  /** The question in front; null at the end. */
  at: string | null
}
/** Where an answer leads: to the question below it (paper), or to the first one that is open. */
export type Onward = 'in-order' | 'open'

const isPassed = ({ answers, blanks }: SheetState, id: string) => answers[id] !== undefined || blanks.includes(id)

const firstOpen = (form: SheetForm, sheet: SheetState): string | null =>
  askedItems(form, sheet.answers).find(({ id }) => !isPassed(sheet, id))?.id ?? null

/** Goes on at the first open question. */
export const openSheet = (form: SheetForm, answers: Answers): SheetState => {
  const sheet = { answers, blanks: [], at: null }
  return { ...sheet, at: firstOpen(form, sheet) }
}

export const goToOpen = (form: SheetForm, sheet: SheetState): SheetState => ({ ...sheet, at: firstOpen(form, sheet) })

const onwardFrom = (form: SheetForm, sheet: SheetState, id: string, onward: Onward): SheetState => {
  if (onward === 'open') return goToOpen(form, sheet)
  const asked = askedItems(form, sheet.answers)
  const below = asked[asked.findIndex((item) => item.id === id) + 1]
  return below ? { ...sheet, at: below.id } : goToOpen(form, sheet)
}

/** The question above the one in front; the first one stays. */
export const goBack = (form: SheetForm, sheet: SheetState): SheetState => {
  const asked = askedItems(form, sheet.answers)
  const here = sheet.at === null ? asked.length : asked.findIndex(({ id }) => id === sheet.at)
  return { ...sheet, at: asked[Math.max(0, here - 1)]?.id ?? sheet.at }
}

/** The question below, as far as one has come. */
export const goForth = (form: SheetForm, sheet: SheetState): SheetState =>
  sheet.at === null || !isPassed(sheet, sheet.at) ? sheet : onwardFrom(form, sheet, sheet.at, 'in-order')

type Step = { sheet: SheetState; dropped: Item[] }
const settle = (form: SheetForm, sheet: SheetState): Step => {
  const answers = keepAsked(form, sheet.answers)
  const asked = new Set(askedItems(form, answers).map(({ id }) => id))
  return {
    sheet: { ...sheet, answers, blanks: sheet.blanks.filter((id) => asked.has(id)) },
    dropped: form.items.filter(({ id }) => sheet.answers[id] !== undefined && answers[id] === undefined),
  }
}

/** Takes an answer, stays at the question, and says which answers fell away with it. */
export const take = (form: SheetForm, sheet: SheetState, id: string, value: number): Step =>
  settle(form, {
    ...sheet,
    at: id,
    answers: { ...sheet.answers, [id]: value },
    blanks: sheet.blanks.filter((blank) => blank !== id),
  })

export const takeBlank = (form: SheetForm, sheet: SheetState, id: string): Step => {
  const { [id]: _gone, ...answers } = sheet.answers
  const step = settle(form, { answers, at: id, blanks: [...sheet.blanks.filter((blank) => blank !== id), id] })
  return { ...step, dropped: step.dropped.filter((item) => item.id !== id) }
}

export const goOn = (form: SheetForm, sheet: SheetState, onward: Onward): SheetState =>
  sheet.at === null ? sheet : onwardFrom(form, sheet, sheet.at, onward)

export type Cell = { item: Item; no: number; state: 'answered' | 'blank' | 'open' | 'unasked'; value: number | null }

/** Every question with what was entered; `unasked` need not be answered now. */
export const cellsOf = (form: SheetForm, sheet: SheetState): Cell[] => {
  const asked = new Set(askedItems(form, sheet.answers).map(({ id }) => id))
  return form.items.map((item, index) => {
    const value = sheet.answers[item.id] ?? null
    const state = !asked.has(item.id)
      ? 'unasked'
      : value !== null
        ? 'answered'
        : sheet.blanks.includes(item.id)
          ? 'blank'
          : 'open'
    return { item, no: index + 1, state, value }
  })
}

/** What the sheet lacks at its end: required questions without an answer, those that could not even be asked included. */
export const lacking = (form: SheetForm, { answers }: SheetState): { item: Item; no: number }[] =>
  form.items
    .map((item, index) => ({ item, no: index + 1 }))
    .filter(({ item }) => answers[item.id] === undefined && isRequired(item, answers))
