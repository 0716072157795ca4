import { describe, expect, it, test } from 'vitest'
import { keyOf, keysOf, likelyScheme, optionAt, reread, schemesOf } from '#lib/sheet-keys'
import { formOf } from './sheet-forms.ts'

const optionsOf = (id: string) => formOf(id).options
const pressed = (key: string, code: string, shiftKey = false) => keyOf({ key, code, shiftKey })

describe('which key means which answer', () => {
  it.each(['phq9', 'gad7', 'cesd'])('%s: the number printed beside the answer', (id) => {
    const options = optionsOf(id)
    expect(likelyScheme(options)).toBe('value')
    expect(keysOf(options, 'value')).toEqual(['0', '1', '2', '3'])
    expect(optionAt(options, 'value', '2')?.value).toBe(2)
    expect(optionAt(options, 'value', '4')).toBeUndefined()
  })

  it.each(['rses', 'k6', 'who5'])('%s runs downwards: a person says how the paper counts', (id) => {
    expect(likelyScheme(optionsOf(id))).toBeNull()
    expect(schemesOf(optionsOf(id))).toEqual(['value', 'place'])
  })

  it('where both ways come to the same keys there is nothing to choose', () => {
    expect(schemesOf(optionsOf('swls'))).toEqual(['place'])
    expect(keysOf(optionsOf('swls'), 'value')).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('eleven answers have eleven keys', () => {
    const options = Array.from({ length: 11 }, (_, value) => ({ value, zh: `${value}`, en: '' }))
    expect(schemesOf(options)).toEqual(['place'])
    expect(new Set(keysOf(options, 'place')).size).toBe(11)
  })

  it('no answer lies under the key for a blank', () => {
    for (const id of ['phq9', 'rses', 'k6', 'who5', 'swls', 'asq'])
      for (const scheme of schemesOf(optionsOf(id))) expect(keysOf(optionsOf(id), scheme)).not.toContain('-')
  })
})

describe('keys as they are printed on the keyboard', () => {
  test('digits of both halves, also under an input method and without Num Lock', () => {
    expect(pressed('3', 'Digit3')).toBe('3')
    expect(pressed('Process', 'Digit3')).toBe('3')
    expect(pressed('End', 'Numpad1')).toBe('1')
  })

  test('the blank lies on both halves too', () => {
    expect(pressed('-', 'Minus')).toBe('-')
    expect(pressed('-', 'NumpadSubtract')).toBe('-')
  })

  test('a shifted digit is a sign, not an answer', () => {
    expect(pressed('!', 'Digit1', true)).toBe('!')
  })
})

test('when the keys are read anew, what was typed stays and what it means changes', () => {
  const form = formOf('phq9')
  expect(reread(form, { phq9_1: 1, phq9_2: 3 }, 'value', 'place')).toEqual({ phq9_1: 0, phq9_2: 2 })
  expect(reread(form, { phq9_1: 0, phq9_2: 2 }, 'place', 'value')).toEqual({ phq9_1: 1, phq9_2: 3 })
  expect(reread(formOf('rses'), { rses_1: 3, rses_2: 0 }, 'value', 'place')).toEqual({ rses_1: 1 })
})
