import { givesAway, sumsOf, type HiddenBands, type Tree } from './squeeze.ts'

/**
 * The lines whose number is hidden: those below `limit` that are not zero, and as many beside them that no hidden number
 * follows from a sum and its other parts. The smallest go first; a sum goes when all its parts are gone.
 */
export function hiddenLines(tree: Tree, values: readonly number[], limit: number): Set<number> {
  const small = values.flatMap((value, line) => (value > 0 && value < limit ? [line] : []))
  return completed(tree, new Set(small), (hidden, { line, parts }) => {
    const shown = parts.map((part) => part.line).filter((part) => !hidden.has(part))
    const gone = parts.map((part) => part.line).filter((part) => hidden.has(part))
    const isOpen = gone.length + Number(hidden.has(line)) === 1
    const sum = gone.reduce((total, part) => total + (values[part] ?? 0), 0)
    // No more than the lines below must have between them, when each that is hidden has at least one.
    const isCounted =
      !hidden.has(line) &&
      gone.length > 0 &&
      sum <= parts.reduce((total, part) => (hidden.has(part.line) ? total + leastIn(part, values, hidden) : total), 0)
    if (!isOpen && !isCounted) return null
    return leastOf(shown, (part) => values[part] ?? 0) ?? line
  })
}

/**
 * Of a table of lines by bands, what is hidden: in every chosen line the same bands, so that neither the sum of a line nor
 * the sum of a band gives one away. The largest band is among them: it can take up what another may have less.
 */
export function hiddenBands(tree: Tree, rows: readonly (readonly number[])[], limit: number): HiddenBands {
  const small = rows.flatMap((row, line) =>
    row.flatMap((value, band) => (value > 0 && value < limit ? [{ line, band }] : [])),
  )
  if (small.length === 0) return { lines: new Set(), bands: new Set() }
  const bands = new Set(small.map(({ band }) => band))
  const totals = (rows[tree.line] ?? []).map((total, band) => ({ total, band }))
  const largest = totals.toSorted((a, b) => b.total - a.total)[0]?.band ?? 0
  bands.add(largest)
  if (bands.size === 1) {
    const next = totals.filter(({ band }) => band !== largest).toSorted((a, b) => b.total - a.total)[0]
    if (next) bands.add(next.band)
  }
  const room = (line: number): number => rows[line]?.[largest] ?? 0
  const lines = completed(tree, new Set(small.map(({ line }) => line)), (hidden, { line, parts }) => {
    const gone = [line, ...parts.map((part) => part.line)].filter((one) => hidden.has(one))
    const withRoom = gone.filter((one) => room(one) > 0)
    if (gone.length === 0 || withRoom.length > 1) return null
    const shown = parts.map((part) => part.line).filter((part) => !hidden.has(part))
    return leastOf(shown, room) ?? (hidden.has(line) ? null : line)
  })
  const every = { lines: new Set(rows.keys()), bands: new Set(totals.keys()) }
  const choices = [{ lines, bands }, { lines: every.lines, bands }, every]
  return choices.find((choice) => !givesAway(tree, rows, choice)) ?? every
}

/** What a hidden line must have at least: one, or what its parts have at least. */
function leastIn({ line, parts }: Tree, values: readonly number[], hidden: ReadonlySet<number>): number {
  const value = values[line] ?? 0
  if (!hidden.has(line)) return value
  const inParts = parts.reduce((total, part) => total + leastIn(part, values, hidden), 0)
  return Math.max(inParts, Math.min(value, 1))
}

type Next = (hidden: ReadonlySet<number>, sum: Tree) => number | null

/** Hides more until no sum of the tree asks for another line. */
function completed(tree: Tree, hidden: Set<number>, next: Next): Set<number> {
  const sums = sumsOf(tree)
  for (let more = true; more;) {
    more = false
    for (const sum of sums) {
      const line = next(hidden, sum)
      if (line === null || hidden.has(line)) continue
      hidden.add(line)
      more = true
    }
  }
  return hidden
}

/** The smallest that is not zero, else any; undefined when there is none. */
const leastOf = (lines: readonly number[], value: (line: number) => number): number | undefined =>
  lines.filter((line) => value(line) > 0).toSorted((a, b) => value(a) - value(b))[0] ?? lines[0]
