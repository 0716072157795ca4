import type { Item, Option } from '#contract/instrument-file'

/** Which questions are asked, in what order. Free of validators: the window and the kiosk use it too. */
type Given = Readonly<Record<string, number>>
type Asked = Pick<Item, 'id' | 'skipIf'>

/** An item that need not be asked: every listed item was answered with one of the listed values. */
export const isSkipped = (item: Asked, answers: Given): boolean =>
  item.skipIf !== undefined &&
  item.skipIf.all.every((condition) => {
    const answer = answers[condition.item]
    return answer !== undefined && condition.in.includes(answer)
  })

/**
 * The questions to ask now, in the order of the file. One whose skip rule rests on questions that were left open waits:
 * it is not asked before those are answered.
 */
export const askedItems = <I extends Asked>(form: { items: readonly I[] }, answers: Given): I[] =>
  form.items.filter((item) => {
    if (!item.skipIf || isSkipped(item, answers)) return !item.skipIf
    return item.skipIf.all.some(({ item: id, in: values }) => {
      const answer = answers[id]
      return answer !== undefined && !values.includes(answer)
    })
  })

/** Whether an item must be answered for the sheet to be whole. */
export const isRequired = (item: Asked & Pick<Item, 'required'>, answers: Given): boolean =>
  item.required && !isSkipped(item, answers)

export const optionsOf = (
  form: { options: readonly Option[] },
  item: { options?: readonly Option[] | null | undefined },
): readonly Option[] => item.options ?? form.options

/** The answers without those to questions that are no longer asked; one that falls away may take others with it. */
export function keepAsked(form: { items: readonly Asked[] }, answers: Given): Record<string, number> {
  const asked = new Set(askedItems(form, answers).map(({ id }) => id))
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
  return Object.keys(kept).length === Object.keys(answers).length ? kept : keepAsked(form, kept)
}

/** The signs that a condition of an instrument file compares with. */
export const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
}
