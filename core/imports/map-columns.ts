import type { ImportField } from '#contract/roster-lists'
import { readTitle, type Meaning } from './titles.ts'

export type Columns = (ImportField | null)[]

/** Turns titles into fields: each field once, the first column wins, guardians in their order, phones to whom they belong. */
export function mapTitles(titles: readonly string[]): { columns: Columns; unclear: number[] } {
  const meanings = titles.map(readTitle)
  const columns: Columns = titles.map(() => null)
  const taken = new Set<ImportField>()
  const give = (index: number, field: ImportField) => {
    if (taken.has(field)) return
    taken.add(field)
    columns[index] = field
  }
  meanings.forEach((meaning, index) => {
    if (meaning?.kind === 'field') give(index, meaning.field)
  })
  mapGuardians(meanings, give)
  meanings.forEach((meaning, index) => {
    if (meaning?.kind !== 'phone') return
    const open = ([1, 2] as const).find(
      (slot) => taken.has(`guardian${slot}Name`) && !taken.has(`guardian${slot}Phone`),
    )
    give(index, open ? `guardian${open}Phone` : 'phone')
  })
  return { columns, unclear: meanings.flatMap((meaning, index) => (meaning === null ? [index] : [])) }
}

function mapGuardians(meanings: readonly (Meaning | null)[], give: (index: number, field: ImportField) => void): void {
  const slots: { whose: string; parts: Set<string> }[] = []
  meanings.forEach((meaning, index) => {
    if (meaning?.kind !== 'guardian') return
    const { part, whose } = meaning
    let at = slots.findIndex((slot) => (whose === null ? !slot.parts.has(part) : slot.whose === whose))
    if (whose === null) at = slots.findLastIndex((slot) => !slot.parts.has(part))
    // 家长1 and a second, unnumbered 家长 beside it are two people only when the first has this part already.
    if (at >= 0 && slots[at]?.parts.has(part)) at = -1
    if (at < 0) at = slots.push({ whose: whose ?? '家长', parts: new Set() }) - 1
    slots[at]?.parts.add(part)
    if (at < 2) give(index, `guardian${at === 0 ? 1 : 2}${part}`)
  })
}
