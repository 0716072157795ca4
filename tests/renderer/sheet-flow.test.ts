import { describe, expect, it } from 'vitest'
import { cellsOf, goBack, goForth, goOn, goToOpen, lacking, openSheet, take, takeBlank } from '#lib/sheet-flow'
import type { Onward, SheetForm, SheetState } from '#lib/sheet-flow'
import { formOf } from './sheet-forms.ts'

/** Answers in the order in which the questions come; `-` leaves one out. */
const fill = (form: SheetForm, given: string, onward: Onward = 'in-order'): SheetState =>
  given.split(' ').reduce(
    (sheet, answer) => {
      if (sheet.at === null) throw new Error('nothing more is asked')
      const step = answer === '-' ? takeBlank(form, sheet, sheet.at) : take(form, sheet, sheet.at, Number(answer))
      return goOn(form, step.sheet, onward)
    },
    openSheet(form, {}),
  )

describe('entering a paper', () => {
  const form = formOf('phq9')

  it('every answer brings the next question, the last one the end', () => {
    expect(fill(form, '0 0 0').at).toBe('phq9_4')
    expect(fill(form, '0 0 0 0 0 0 0 0 0').at).toBeNull()
  })

  it('the question about difficulty comes only when something was ticked', () => {
    expect(fill(form, '0 0 0 0 0 0 0 0 1').at).toBe('phq9_difficulty')
    expect(fill(form, '0 0 0 0 0 0 0 0 1 2').at).toBeNull()
  })

  it('a blank is passed over and named at the end', () => {
    const sheet = fill(form, '1 - 2 0 0 0 - 0 1 0')
    expect(sheet.at).toBeNull()
    expect(lacking(form, sheet).map(({ no }) => no)).toEqual([2, 7])
    expect(Object.keys(sheet.answers)).not.toContain('phq9_2')
  })

  it('a slip is put right one question back, and entry goes on in order', () => {
    const sheet = goBack(form, fill(form, '1 2 3'))
    expect(sheet.at).toBe('phq9_3')
    const righted = goOn(form, take(form, sheet, 'phq9_3', 0).sheet, 'in-order')
    expect([righted.at, righted.answers.phq9_3]).toEqual(['phq9_4', 0])
  })

  it('going back stops at the first question, going forth at the first open one', () => {
    const sheet = fill(form, '1 2')
    const first = goBack(form, goBack(form, goBack(form, sheet)))
    expect(first.at).toBe('phq9_1')
    expect(goForth(form, goForth(form, goForth(form, first))).at).toBe('phq9_3')
    expect(goToOpen(form, first).at).toBe('phq9_3')
  })

  it('a blank that is filled in later is no blank any more', () => {
    const sheet = take(form, fill(form, '1 - 2 0 0 0 0 0 1 0'), 'phq9_2', 3).sheet
    expect(lacking(form, sheet)).toEqual([])
    expect(sheet.blanks).toEqual([])
  })

  it('an answer can be taken back as a blank', () => {
    const { sheet, dropped } = takeBlank(form, fill(form, '1 2 3'), 'phq9_2')
    expect([sheet.answers.phq9_2, sheet.blanks, dropped]).toEqual([undefined, ['phq9_2'], []])
  })

  it('whoever comes back goes on at the first open question', () => {
    expect(openSheet(form, fill(form, '1 2 - 0').answers).at).toBe('phq9_3')
  })

  it('the strip tells answered, blank, open and not asked apart', () => {
    expect(cellsOf(form, fill(form, '0 - 0 0')).map(({ state }) => state)).toEqual([
      'answered',
      'blank',
      'answered',
      'answered',
      ...Array.from({ length: 5 }, () => 'open'),
      'unasked',
    ])
  })
})

describe('asking in an interview', () => {
  it('four times no ends the ASQ; one yes or a refusal brings the fifth question', () => {
    const form = formOf('asq')
    expect(fill(form, '0 0 0 0', 'open').at).toBeNull()
    expect(fill(form, '0 8 0 0', 'open').at).toBe('asq_5')
    expect(fill(form, '0 0 0 1', 'open').at).toBe('asq_5')
  })

  it('C-SSRS: no to the second question leads straight to the sixth', () => {
    const form = formOf('cssrs-screen')
    expect(fill(form, '1 0', 'open').at).toBe('cssrs_6')
    expect(fill(form, '1 1', 'open').at).toBe('cssrs_3')
    expect(fill(form, '0 0 1', 'open').at).toBe('cssrs_6_3m')
    expect(fill(form, '0 0 0', 'open').at).toBeNull()
  })

  it('a correction drops the answers that are not asked any more, and says which', () => {
    const form = formOf('cssrs-screen')
    const { sheet, dropped } = take(form, fill(form, '1 1 1 0 0 1', 'open'), 'cssrs_2', 0)
    expect(dropped.map(({ id }) => id)).toEqual(['cssrs_3', 'cssrs_4', 'cssrs_5'])
    expect(sheet.answers).toEqual({ cssrs_1: 1, cssrs_2: 0, cssrs_6: 1 })
    expect(goOn(form, sheet, 'open').at).toBe('cssrs_6_3m')
  })

  it('a question that could not be asked is lacking, with those that hang on it; it is never a no', () => {
    const form = formOf('cssrs-screen')
    const sheet = fill(form, '1 - 0', 'open')
    expect(sheet.at).toBeNull()
    expect(lacking(form, sheet).map(({ item }) => item.id)).toEqual(['cssrs_2', 'cssrs_3', 'cssrs_4', 'cssrs_5'])
  })
})
