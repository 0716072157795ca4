import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import { recode } from '#core/instruments/recode'
import { score } from '#core/instruments/score'
import { anySheet, questionnaires } from '#tests/core/instruments/forms'

const forms = questionnaires()
const named = forms.map((form) => [form.id, form] as const)
const summed = named.filter(([, form]) => !form.triage)
const age = fc.option(fc.integer({ min: 6, max: 25 }))
const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })

test.each(named)('%s: the order of the options changes nothing', (_, form) => {
  fc.assert(
    fc.property(anySheet(form, true), age, shuffled(form.options), (answers, years, options) => {
      const items = form.items.map((item): Item => ({ ...item, options: item.options?.toReversed() }))
      const about = { age: years }
      expect(score({ ...form, options, items }, answers, about)).toEqual(score(form, answers, about))
    }),
  )
})

test.each(summed)('%s: the order of the items changes no score', (_, form) => {
  fc.assert(
    fc.property(anySheet(form, true), shuffled(form.items), (answers, items) => {
      const plain = score(form, answers, { age: 14 })
      const mixed = score({ ...form, items }, answers, { age: 14 })
      expect({ ...mixed, critical: [], askInPerson: [] }).toEqual({ ...plain, critical: [], askInPerson: [] })
      expect(new Set(mixed.critical)).toEqual(new Set(plain.critical))
    }),
  )
})

test.each(named)('%s: a score lies within its scale and in one band', (_, form) => {
  fc.assert(
    fc.property(anySheet(form, true), (answers) => {
      for (const scale of score(form, answers, { age: null }).scales) {
        if (scale.score === null) expect(scale.band).toBeNull()
        else {
          expect(scale.score).toBeGreaterThanOrEqual(scale.min)
          expect(scale.score).toBeLessThanOrEqual(scale.max)
          expect(scale.bands.length === 0 || scale.band !== null).toBe(true)
        }
      }
    }),
  )
})

test.each(named)('%s: the lowest and the highest score can be reached', (_, form) => {
  for (const scale of form.scales.filter(({ method }) => method !== 'triage'))
    for (const end of ['min', 'max'] as const) {
      const answers = Object.fromEntries(form.items.map((item) => [item.id, extreme(form, item, end)]))
      const reached = score(form, answers, { age: null }).scales.find(({ id }) => id === scale.id)
      expect(reached?.score).toBe(scale[end])
    }
})

const extreme = (form: Questionnaire, item: Item, end: 'min' | 'max'): number =>
  optionsOf(form, item)
    .map(({ value }) => value)
    .toSorted((a, b) => (recode(form, item, a) - recode(form, item, b)) * (end === 'min' ? 1 : -1))[0] ?? 0

test.each(summed)('%s: turning an answer round twice gives it back', (_, form) => {
  for (const item of form.items)
    for (const { value } of optionsOf(form, item)) {
      const turned = { ...item, reverse: true }
      expect(recode(form, turned, recode(form, turned, value))).toBe(value)
      expect(optionsOf(form, item).map((option) => option.value)).toContain(recode(form, turned, value))
    }
})

test.each(summed)('%s: turning every item and every answer round changes no score', (_, form) => {
  const items = form.items.map((item) => ({ ...item, reverse: !item.reverse, critical: null, skipIf: undefined }))
  const turned: Questionnaire = { ...form, items, validity: null, advice: [], triage: undefined }
  const plain: Questionnaire = { ...turned, items: items.map((item) => ({ ...item, reverse: !item.reverse })) }
  fc.assert(
    fc.property(anySheet(form, true), (answers) => {
      const other = Object.fromEntries(
        form.items.flatMap((item) => {
          const answer = answers[item.id]
          return answer === undefined ? [] : [[item.id, recode(form, { ...item, reverse: true }, answer)] as const]
        }),
      )
      const scoresOf = (one: Questionnaire, given: typeof answers) =>
        score(one, given, { age: null }).scales.map((scale) => scale.score)
      expect(scoresOf(turned, other)).toEqual(scoresOf(plain, answers))
    }),
  )
})

test.each(named)('%s: with more blanks than allowed there is no score, with fewer there is one', (_, form) => {
  const { maxMissing, method } = form.missing
  fc.assert(
    fc.property(anySheet(form, true), (answers) => {
      const { scales } = score(form, answers, { age: null })
      form.scales.forEach((scale, i) => {
        if (scale.method === 'triage') return
        const blank = scale.items.filter((id) => answers[id] === undefined).length
        expect(scales[i]).toMatchObject({ missing: blank, prorated: blank > 0 && blank <= maxMissing })
        expect(scales[i]?.score !== null).toBe(blank <= maxMissing && (blank === 0 || method === 'prorate'))
      })
    }),
  )
})

test.each(named)('%s: a critical answer is reported whatever else is missing', (_, form) => {
  for (const item of form.items.filter(({ critical }) => critical !== null))
    fc.assert(
      fc.property(anySheet(form, true), fc.constantFrom(...optionsOf(form, item)), (others, { value }) => {
        const { critical } = score(form, { ...others, [item.id]: value }, { age: null })
        expect(critical.some((answer) => answer.item === item.id)).toBe(value >= 1)
      }),
    )
})

test.each(named.filter(([, form]) => form.triage))(
  '%s: without an answer it never says that there is no risk',
  (_, form) => {
    fc.assert(
      fc.property(anySheet(form, true), (answers) => {
        const { scales, incomplete } = score(form, answers, { age: null })
        if (scales[0]?.score === 0) expect(incomplete).toBe(false)
      }),
    )
    expect(score(form, {}, { age: null })).toMatchObject({ incomplete: true, valid: false, nextSteps: null })
  },
)
