import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenBands, hiddenLines } from '#core/screenings/hide-small'
import type { Tree } from '#core/screenings/squeeze'

/** Grades of classes; each class has a number in each band. */
type School = number[][][]
type Equation = { cells: number[]; signs: number[]; sum: number }
type Table = { tree: Tree; rows: number[][] }

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }))
const school = (bands: number) =>
  fc.array(fc.array(fc.array(count, { minLength: bands, maxLength: bands }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })

function tableOf(grades: School): Table {
  const rows: number[][] = [[]]
  const add = (a: readonly number[], b: readonly number[]): number[] => b.map((value, at) => value + (a[at] ?? 0))
  const tree: Tree = { line: 0, parts: [] }
  for (const classes of grades) {
    const grade: Tree = { line: rows.push([]) - 1, parts: [] }
    tree.parts.push(grade)
    for (const row of classes) {
      grade.parts.push({ line: rows.push(row) - 1, parts: [] })
      rows[grade.line] = add(rows[grade.line] ?? [], row)
    }
    rows[0] = add(rows[0] ?? [], rows[grade.line] ?? [])
  }
  return { tree, rows }
}

/** What a reader can set up: every sum of lines for every band and, where told, the sum of every line. */
function equationsOf({ tree, rows }: Table, withLines: boolean): Equation[] {
  const width = rows[0]?.length ?? 0
  const sums = (one: Tree): Tree[] => [...(one.parts.length > 0 ? [one] : []), ...one.parts.flatMap(sums)]
  const ofBands = sums(tree).flatMap(({ line, parts }) =>
    Array.from({ length: width }, (_, band) => ({
      cells: [line * width + band, ...parts.map((part) => part.line * width + band)],
      signs: [-1, ...parts.map(() => 1)],
      sum: 0,
    })),
  )
  const ofLines = rows.map((row, line) => ({
    sum: row.reduce((total, value) => total + value, 0),
    cells: Array.from({ length: width }, (__, band) => line * width + band),
    signs: Array.from({ length: width }, () => 1),
  }))
  return withLines && width > 1 ? [...ofBands, ...ofLines] : ofBands
}

/** The hidden cells that follow from the sums alone: a reader’s elimination. */
function solvable(equations: readonly Equation[], hidden: readonly number[]): number[] {
  const at = new Map(hidden.map((cell, index) => [cell, index]))
  const matrix = equations.map(({ cells, signs }) => {
    const row = hidden.map(() => 0)
    cells.forEach((cell, index) => {
      const column = at.get(cell)
      if (column !== undefined) row[column] = signs[index] ?? 0
    })
    return row
  })
  let rank = 0
  for (let column = 0; column < hidden.length; column++) {
    const pivot = matrix.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = matrix[pivot]
    if (!chosen) continue
    ;[matrix[pivot], matrix[rank]] = [matrix[rank] ?? [], chosen]
    const scale = chosen[column] ?? 1
    const unit = chosen.map((value) => value / scale)
    matrix[rank] = unit
    matrix.forEach((row, index) => {
      const factor = row[column] ?? 0
      if (index !== rank && factor !== 0) matrix[index] = row.map((value, place) => value - factor * (unit[place] ?? 0))
    })
    rank++
  }
  return matrix.flatMap((row) => {
    const places = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []))
    return places.length === 1 ? [hidden[places[0] ?? 0] ?? -1] : []
  })
}

/** The hidden cells that can only be one number because none is below `least`. */
function squeezed(
  equations: readonly Equation[],
  hidden: ReadonlySet<number>,
  values: readonly number[],
  least: (cell: number) => number,
): number[] {
  const low = new Map([...hidden].map((cell) => [cell, least(cell)]))
  const high = new Map([...hidden].map((cell) => [cell, Infinity]))
  for (let round = 0; round < 200; round++)
    for (const { cells, signs, sum: whole } of equations) {
      const total = cells.reduce(
        (rest, cell, at) => (hidden.has(cell) ? rest : rest - (signs[at] ?? 0) * (values[cell] ?? 0)),
        whole,
      )
      cells.forEach((cell, at) => {
        if (!hidden.has(cell)) return
        let [most, fewest] = [total, total]
        cells.forEach((other, place) => {
          if (place === at || !hidden.has(other)) return
          const [a, b] = [(signs[place] ?? 0) * (low.get(other) ?? 0), (signs[place] ?? 0) * (high.get(other) ?? 0)]
          most -= Math.min(a, b)
          fewest -= Math.max(a, b)
        })
        const [a, b] = signs[at] === 1 ? [fewest, most] : [-most, -fewest]
        low.set(cell, Math.max(low.get(cell) ?? 0, a))
        high.set(cell, Math.min(high.get(cell) ?? Infinity, b))
      })
    }
  return [...hidden].filter((cell) => low.get(cell) === high.get(cell))
}

const limits = fc.integer({ min: 2, max: 8 })

test('small numbers are hidden, and none of them follows from the sums that are shown', () => {
  fc.assert(
    fc.property(school(1), limits, (grades, limit) => {
      const table = tableOf(grades)
      const values = table.rows.map(([value = 0]) => value)
      const hidden = hiddenLines(table.tree, values, limit)
      values.forEach((value, line) => {
        if (value > 0 && value < limit) expect(hidden.has(line)).toBe(true)
      })
      const equations = equationsOf(table, false)
      expect(solvable(equations, [...hidden])).toEqual([])
      const known = squeezed(equations, hidden, values, () => 0)
      expect(known.filter((line) => values[line] !== 0)).toEqual([])
      if ([...hidden].every((line) => values[line] !== 0))
        expect(squeezed(equations, hidden, values, () => 1)).toEqual([])
    }),
    { numRuns: 600 },
  )
})

test('nothing is hidden where nothing is small', () => {
  fc.assert(
    fc.property(school(1), (grades) => {
      const { tree, rows } = tableOf(grades)
      const values = rows.map(([value = 0]) => value)
      expect(hiddenLines(tree, values, 0).size).toBe(0)
      expect(hiddenBands(tree, rows, 1).lines.size).toBe(0)
    }),
  )
})

test('nor does one follow slowly, from one sum after another', () => {
  const { tree, rows } = tableOf([
    [
      [0, 3, 2],
      [0, 0, 1],
    ],
    [[0, 1, 0]],
    [
      [0, 1, 0],
      [0, 4, 0],
    ],
  ])
  const { lines, bands } = hiddenBands(tree, rows, 3)
  const hidden = new Set([...lines].flatMap((line) => [...bands].map((band) => line * 3 + band)))
  const values = rows.flat()
  const known = squeezed(equationsOf({ tree, rows }, true), hidden, values, () => 0)
  expect(known.filter((cell) => values[cell] !== 0)).toEqual([])
})

test('of bands none follows from the sums of bands, nor from how many were tested in a line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }).chain(school), limits, (grades, limit) => {
      const table = tableOf(grades)
      const width = table.rows[0]?.length ?? 0
      const { lines, bands } = hiddenBands(table.tree, table.rows, limit)
      const hidden = new Set([...lines].flatMap((line) => [...bands].map((band) => line * width + band)))
      const values = table.rows.flat()
      values.forEach((value, cell) => {
        if (value > 0 && value < limit) expect(hidden.has(cell)).toBe(true)
      })
      const equations = equationsOf(table, true)
      expect(solvable(equations, [...hidden])).toEqual([])
      expect(squeezed(equations, hidden, values, () => 0).filter((cell) => values[cell] !== 0)).toEqual([])
    }),
    { numRuns: 600 },
  )
})
