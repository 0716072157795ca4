import type { Item, Option } from '#contract/instrument-file'
import type { Answers } from '#contract/results'

/** What a key stands for: the number of the answer itself, or its place among the answers. */
export type KeyScheme = 'value' | 'place'
/** 漏答: stands beside the numbers on both halves of the keyboard and is never an answer. */
export const BLANK_KEY = '-'

const PLACE_KEYS = '123456789abcdefghijk'
const isDigit = (value: number) => Number.isInteger(value) && value >= 0 && value <= 9
const keyByValue = ({ value }: Option) => String(value)
const keyByPlace = (_option: Option, place: number) => PLACE_KEYS.charAt(place)

/** The schemes that can tell these answers apart; one when both come to the same keys. */
export const schemesOf = (options: readonly Option[]): KeyScheme[] => {
  if (!options.every(({ value }) => isDigit(value))) return ['place']
  return options.every((option, place) => keyByValue(option) === keyByPlace(option, place))
    ? ['place']
    : ['value', 'place']
}

/**
 * What the number beside an answer most likely is on paper. Null where the answers run downwards: some editions print the
 * score there, others count from the left, and a wrong guess would turn every answer round. Then a person has to say.
 */
export const likelyScheme = (options: readonly Option[]): KeyScheme | null => {
  if (schemesOf(options).length === 1) return 'place'
  const isRising = options.every(({ value }, place) => place === 0 || value > (options[place - 1]?.value ?? value))
  return isRising ? 'value' : null
}

export const keysOf = (options: readonly Option[], scheme: KeyScheme): string[] =>
  options.map(schemesOf(options).includes(scheme) && scheme === 'value' ? keyByValue : keyByPlace)

export const optionAt = (options: readonly Option[], scheme: KeyScheme, key: string): Option | undefined =>
  options[keysOf(options, scheme).indexOf(key)]

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>
/** The key as it is printed on the keyboard: digits also while a Chinese input method is on or Num Lock is off. */
export const keyOf = ({ key, code, shiftKey }: Pressed): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1]
  if (digit !== undefined && !shiftKey) return digit
  if (code === 'NumpadSubtract' || (code === 'Minus' && !shiftKey)) return BLANK_KEY
  return key.length === 1 ? key.toLowerCase() : key
}

type Form = { items: readonly (Pick<Item, 'id'> & Partial<Pick<Item, 'options'>>)[]; options: readonly Option[] }
/**
 * The answers when the same keys are read by another scheme: what was typed from the paper stays, what it means changes. A
 * key that means nothing there falls away.
 */
export const reread = (form: Form, answers: Answers, from: KeyScheme, to: KeyScheme): Answers =>
  Object.fromEntries(
    form.items.flatMap(({ id, options = form.options }) => {
      const place = options.findIndex(({ value }) => value === answers[id])
      const meant = place === -1 ? undefined : optionAt(options, to, keysOf(options, from)[place] ?? '')
      return meant ? [[id, meant.value] as const] : []
    }),
  )
