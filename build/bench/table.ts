import type { Timing } from './measure.ts'

/** One line of DESIGN.md §6. Without a plain side there is no ratio; `atMost` counts for p95. */
export type Line = {
  what: string
  unit: 'ms' | 'MB' | 'KB'
  value: Timing
  plain?: Timing
  atMost: number
  mostRatio?: number
}

export const line = (what: string, atMost: number, [value, plain]: readonly [Timing, Timing]): Line => ({
  what,
  unit: 'ms',
  value,
  plain,
  atMost,
})

/** The table as text, and whether every line holds. */
export function tableOf(lines: readonly Line[]): { text: string; holds: boolean } {
  const rows = lines.map((line) => {
    const ratio = line.plain ? line.value.p50 / line.plain.p50 : null
    const isOk = line.value.p95 <= line.atMost && (line.mostRatio === undefined || (ratio ?? 0) <= line.mostRatio)
    return {
      isOk,
      cells: [
        line.what,
        `${number(line.value.p50)} / ${number(line.value.p95)} ${line.unit}`,
        `${number(line.atMost)} ${line.unit}${line.mostRatio === undefined ? '' : ` and ${line.mostRatio} ×`}`,
        line.plain ? `${number(line.plain.p50)} / ${number(line.plain.p95)} ${line.unit}` : '–',
        ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
        isOk ? 'ok' : 'MISSED',
      ],
    }
  })
  const heads = ['', 'p50 / p95', 'at most', 'beside: p50 / p95', 'ratio', '']
  const all = [heads, ...rows.map((row) => row.cells)]
  const widths = heads.map((_, i) => Math.max(...all.map((cells) => (cells[i] ?? '').length)))
  const text = all
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
  return { text, holds: rows.every((row) => row.isOk) }
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
