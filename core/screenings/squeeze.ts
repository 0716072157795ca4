/** A line of a table and the lines whose numbers add up to its own. */
export type Tree = { line: number; parts: Tree[] }
export type HiddenBands = { lines: Set<number>; bands: Set<number> }

/** The sums of a tree, from the lowest up. */
export const sumsOf = (tree: Tree): Tree[] => [...tree.parts.flatMap(sumsOf), ...(tree.parts.length > 0 ? [tree] : [])]

type Bounds = { least: number; most: number }
/** `sign` −1: the cell is the sum of the others. */
type Term = { cell: number; sign: 1 | -1 }

/**
 * Whether a hidden number other than 0 can only be what it is: by the sums of bands and of lines that are known, and
 * because no number is below 0; and whether any at all follows from those sums alone.
 */
export function givesAway(
  tree: Tree,
  rows: readonly (readonly number[])[],
  { lines, bands }: { lines: ReadonlySet<number>; bands: ReadonlySet<number> },
): boolean {
  const width = rows[tree.line]?.length ?? 0
  const valueOf = (cell: number): number => rows[Math.floor(cell / width)]?.[cell % width] ?? 0
  const hidden = new Map<number, Bounds>()
  for (const line of lines) for (const band of bands) hidden.set(line * width + band, { least: 0, most: Infinity })
  const equations = equationsOf(tree, lines, bands, width)
    .map((terms) => terms.filter(({ cell }) => hidden.has(cell)))
    .map((terms) => ({ terms, sum: terms.reduce((total, { cell, sign }) => total + sign * valueOf(cell), 0) }))
  if (followsFromSums(equations, [...hidden.keys()])) return true
  // Bounds only ever close in on the true numbers, so this ends; stopping sooner would miss what follows slowly.
  while (equations.map((one) => tighten(one, hidden)).includes(true));
  return [...hidden].some(([cell, { least, most }]) => least === most && valueOf(cell) !== 0)
}

const equationsOf = (tree: Tree, lines: ReadonlySet<number>, bands: ReadonlySet<number>, width: number): Term[][] => [
  ...sumsOf(tree).flatMap(({ line, parts }) =>
    [...bands].map((band): Term[] => [
      { cell: line * width + band, sign: -1 },
      ...parts.map((part): Term => ({ cell: part.line * width + band, sign: 1 })),
    ]),
  ),
  ...[...lines].map((line) => [...bands].map((band): Term => ({ cell: line * width + band, sign: 1 }))),
]

/** Gaussian elimination: a row that is left with one cell tells it. The factors stay small, so that doubles are exact enough. */
function followsFromSums(equations: readonly { terms: readonly Term[] }[], cells: readonly number[]): boolean {
  const column = new Map(cells.map((cell, at) => [cell, at]))
  const rows = equations.map(({ terms }) => {
    const row = new Float64Array(cells.length)
    for (const { cell, sign } of terms) row[column.get(cell) ?? 0] = sign
    return row
  })
  let rank = 0
  for (let at = 0; at < cells.length && rank < rows.length; at++) {
    const found = rows.findIndex((row, index) => index >= rank && isSome(row[at]))
    const pivot = rows[found]
    if (!pivot) continue
    rows[found] = rows[rank] ?? pivot
    rows[rank] = pivot
    const scale = pivot[at] ?? 1
    pivot.forEach((value, index) => (pivot[index] = value / scale))
    for (const row of rows) {
      const factor = row[at] ?? 0
      if (row === pivot || !isSome(factor)) continue
      for (let index = at; index < row.length; index++) row[index] = (row[index] ?? 0) - factor * (pivot[index] ?? 0)
    }
    rank++
  }
  return rows.some((row) => row.filter(isSome).length === 1)
}

const isSome = (value: number | undefined): boolean => Math.abs(value ?? 0) > 1e-9

/** Narrows every cell of one equation by what the others can be; says whether anything changed. */
function tighten({ terms, sum }: { terms: readonly Term[]; sum: number }, hidden: Map<number, Bounds>): boolean {
  let changed = false
  for (const { cell, sign } of terms) {
    let [low, high] = [sum, sum]
    for (const other of terms) {
      if (other.cell === cell) continue
      const { least, most } = hidden.get(other.cell) ?? { least: 0, most: 0 }
      low -= other.sign === 1 ? most : -least
      high -= other.sign === 1 ? least : -most
    }
    const bounds = hidden.get(cell)
    if (!bounds) continue
    const least = Math.max(bounds.least, sign === 1 ? low : -high)
    const most = Math.min(bounds.most, sign === 1 ? high : -low)
    changed ||= least > bounds.least || most < bounds.most
    hidden.set(cell, { least, most })
  }
  return changed
}
