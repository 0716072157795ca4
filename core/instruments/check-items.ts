import type { Option, Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { FileFlaw } from '#contract/instruments'

/** Ids, options and the order of questions. */
export const itemFlaws = (form: Questionnaire): FileFlaw[] => [
  ...twice(form.items, 'items'),
  ...sameValueTwice(form.options, 'options'),
  ...form.items.flatMap((item, i) => sameValueTwice(item.options ?? [], `items[${i}].options`)),
  ...form.items.flatMap((_, i) => skipFlaws(form, i)),
  ...form.missing.followUpIfMissing.flatMap((id, i) =>
    form.items.some((item) => item.id === id)
      ? []
      : [{ path: `missing.followUpIfMissing[${i}]`, problem: 'unknown-item' as const, detail: id }],
  ),
  ...twice(form.validity?.checks ?? [], 'validity.checks'),
]

/** Entries that carry an id which an earlier one has. */
export const twice = (entries: readonly { id: string }[], path: string): FileFlaw[] =>
  entries.flatMap(({ id }, i) =>
    entries.findIndex((other) => other.id === id) < i
      ? [{ path: `${path}[${i}].id`, problem: 'twice' as const, detail: id }]
      : [],
  )

const sameValueTwice = (options: readonly Option[], path: string): FileFlaw[] =>
  options.flatMap(({ value }, i) =>
    options.findIndex((other) => other.value === value) < i
      ? [{ path: `${path}[${i}].value`, problem: 'twice' as const, detail: String(value) }]
      : [],
  )

/** A skip rule may only look back, and in a self-report it may not leave out what counts. */
function skipFlaws(form: Questionnaire, index: number): FileFlaw[] {
  const item = form.items[index]
  if (!item?.skipIf) return []
  const path = `items[${index}].skipIf`
  const skipsScored: FileFlaw[] =
    item.scored && form.kind === 'self-report' ? [{ path, problem: 'scored-skip', detail: item.id }] : []
  const conditions = item.skipIf.all.flatMap((condition, i): FileFlaw[] => {
    const here = `${path}.all[${i}]`
    const place = form.items.findIndex(({ id }) => id === condition.item)
    const looked = form.items[place]
    if (!looked) return [{ path: `${here}.item`, problem: 'unknown-item', detail: condition.item }]
    if (place >= index) return [{ path: `${here}.item`, problem: 'later-item', detail: condition.item }]
    const values = new Set(optionsOf(form, looked).map(({ value }) => value))
    return condition.in.flatMap((value, j) =>
      values.has(value) ? [] : [{ path: `${here}.in[${j}]`, problem: 'unknown-word' as const, detail: String(value) }],
    )
  })
  return [...skipsScored, ...conditions]
}
