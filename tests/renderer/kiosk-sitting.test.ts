import { describe, expect, it } from 'vitest'
import type { KioskForm } from '#contract/kiosk'
import { beginSitting, blanksOf, lastStep, moved, type Sitting, withAnswer } from '#lib/kiosk-sitting'

const option = (value: number) => ({ value, zh: `选 ${value}`, en: `choose ${value}` })
const question = (id: string, skipIf?: KioskForm['items'][number]['skipIf']): KioskForm['items'][number] => ({
  id,
  zh: id,
  en: id,
  options: null,
  required: true,
  ...(skipIf && { skipIf }),
})
const form = (items: KioskForm['items']): KioskForm => ({
  short: 'A',
  title: { zh: '甲', en: 'A' },
  timeframe: { zh: '最近', en: 'lately' },
  instructions: { zh: '请选', en: 'choose' },
  attribution: '',
  zhText: 'official',
  stem: null,
  options: [option(0), option(1)],
  items,
})
const difficulty = question('hard', {
  all: [
    { item: 'a', in: [0] },
    { item: 'b', in: [0] },
  ],
})
const forms = [form([question('a'), question('b'), difficulty]), form([question('c')])]

describe('a sitting at the kiosk', () => {
  it('begins with the introduction of the first form', () => {
    expect(beginSitting(forms, [])).toEqual({ place: { form: 0, step: 0 }, answers: [{}, {}] })
  })
  it('goes on at the first open question after the page was loaded anew', () => {
    expect(beginSitting(forms, [{ a: 1 }, {}]).place).toEqual({ form: 0, step: 2 })
    expect(beginSitting(forms, [{ a: 0, b: 0 }, {}]).place).toEqual({ form: 1, step: 0 })
  })
  it('asks the last question only of somebody who has chosen something', () => {
    expect(lastStep(forms, 0, [{ a: 0, b: 0 }, {}])).toBe(3)
    expect(lastStep(forms, 0, [{ a: 1, b: 0 }, {}])).toBe(4)
  })
  it('drops the answer to a question that is no longer asked', () => {
    const sitting: Sitting = { place: { form: 0, step: 1 }, answers: [{ a: 1, b: 0, hard: 1 }, {}] }
    expect(withAnswer(forms, sitting, 'a', 0).answers[0]).toEqual({ a: 0, b: 0 })
  })
  it('drops with it the answers that rest on the dropped one', () => {
    const chain = [
      form([
        question('a'),
        question('b', { all: [{ item: 'a', in: [0] }] }),
        question('c', { all: [{ item: 'b', in: [0] }] }),
      ]),
    ]
    const sitting: Sitting = { place: { form: 0, step: 1 }, answers: [{ a: 1, b: 1, c: 1 }] }
    expect(withAnswer(chain, sitting, 'a', 0).answers).toEqual([{ a: 0 }])
  })
  it('takes an answer back', () => {
    const sitting: Sitting = { place: { form: 0, step: 1 }, answers: [{ a: 1 }, {}] }
    expect(withAnswer(forms, sitting, 'a', undefined).answers[0]).toEqual({})
  })
  it('walks over the border of two forms and stops at both ends', () => {
    const start = beginSitting(forms, [])
    expect(moved(forms, start, -1)).toEqual(start)
    const end: Sitting = { place: { form: 0, step: 3 }, answers: [{ a: 0, b: 0 }, {}] }
    const next = moved(forms, end, 1)
    expect(next.place).toEqual({ form: 1, step: 0 })
    expect(moved(forms, next, -1).place).toEqual({ form: 0, step: 3 })
    const last: Sitting = { place: { form: 1, step: 2 }, answers: [{}, { c: 1 }] }
    expect(moved(forms, last, 1)).toEqual(last)
  })
  it('names the questions that were left blank by their number on the form', () => {
    expect(blanksOf(forms[0]!, { a: 1 })).toEqual([2, 3])
    expect(blanksOf(forms[0]!, { a: 0, b: 0 })).toEqual([])
  })
})
