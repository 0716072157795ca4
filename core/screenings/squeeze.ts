/** A line of a table and the lines whose numbers add up to its own. */
export type Tree = { line: number; parts: Tree[] }
export type HiddenBands = { lines: Set<number>; bands: Set<number> }

/** The sums of a tree, from the lowest up. */
export const sumsOf = (tree: Tree): Tree[] => [...tree.parts.flatMap(sumsOf), ...(tree.parts.length > 0 ? [tree] : [])]

const ROUNDS = 20
type Bounds = { least: number; most: number }
/** `sign` −1: the cell is the sum of the others. */
type Term = { cell: number; sign: 1 | -1 }

/**
 * Whether a hidden number other than 0 can only be what it is: by the sums of bands and of lines that are known, and
 * because no number is below 0.
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
  for (let round = 0; round < ROUNDS; round++) if (!equations.some((one) => tighten(one, hidden))) break
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
