import type { Block, CuttableText } from './paginate.ts'

/** A line more or less is told apart by half its height; rounding never adds up to that. */
const HALF_LINE = 9

const boundaries = (text: string): number[] => [
  ...Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), ({ index }) => index),
  text.length,
]

/** Reads from the laid-out text where its lines end. */
const cuttable = (flow: Element): CuttableText | null => {
  const node = flow.firstChild
  if (!(node instanceof Text) || node.length === 0) return null
  const stops = boundaries(node.data)
  const { top, bottom } = flow.getBoundingClientRect()
  const range = document.createRange()
  /** Lower edge of the glyphs from `from` to `to`, from the top of the text. */
  const edge = (from: number, to: number) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getBoundingClientRect().bottom - top
  }
  const glyphTop = (from: number) => {
    range.setStart(node, from)
    range.setEnd(node, stops[stops.indexOf(from) + 1] ?? node.length)
    return range.getBoundingClientRect().top - top
  }
  /** Half of the blank between two lines. */
  const lead = glyphTop(0)
  const lineTop = (from: number) => glyphTop(from) - lead
  /** The last stop whose text, from `from` on, ends above `limit`. */
  const lastAbove = (from: number, limit: number) => {
    let low = stops.indexOf(from)
    let high = low + 1
    while (high < stops.length - 1 && edge(from, stops[high]!) + lead <= limit)
      high = Math.min(2 * high - low, stops.length - 1)
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (edge(from, stops[middle]!) + lead <= limit) low = middle
      else high = middle - 1
    }
    return stops[low]!
  }
  const lineHeight = Number.parseFloat(getComputedStyle(flow).lineHeight)
  const rest = (from: number) => bottom - top - lineTop(from)
  return {
    rest,
    fit(from, pixels) {
      const start = lineTop(from)
      let stop = lastAbove(from, start + pixels)
      if (stop === node.length) return stop - from
      if (rest(stop) < lineHeight + HALF_LINE) stop = lastAbove(from, edge(from, stop) + lead - lineHeight + 1)
      const taken = edge(from, stop) + lead - start
      return stop <= from || taken < lineHeight + HALF_LINE ? 0 : stop - from
    },
  }
}

/** Measures the children of `column`, laid out one below the other. `data-…` attributes carry what a form says of them. */
export const measure = (column: HTMLElement): Block[] => {
  const elements = Array.from(column.children) as HTMLElement[]
  const heads = new Map(
    elements.flatMap((element, index) => (element.dataset['heads'] ? [[element.dataset['heads'], index]] : [])),
  )
  return elements.map((element): Block => {
    const flow = element.querySelector('[data-flow]')
    const height = element.getBoundingClientRect().height
    return {
      height,
      frame: flow ? Math.max(0, height - flow.getBoundingClientRect().height) : height,
      text: flow ? cuttable(flow) : null,
      keep: 'keep' in element.dataset,
      under: heads.get(element.dataset['under'] ?? '') ?? null,
    }
  })
}
