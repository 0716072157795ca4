/** Which rows of a long list stand on the screen, and which pages of the call bring them. Rows all have one height. */
export type RowWindow = { first: number; last: number }

/** Rows from `first` up to, without, `last`; some more above and below, so that scrolling shows no gap. */
export const rowWindow = (
  { scrollTop, height, rowHeight }: { scrollTop: number; height: number; rowHeight: number },
  total: number,
  extra = 8,
): RowWindow => {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - extra)
  const last = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + extra)
  return { first: Math.min(first, last), last }
}

/** Numbers of the pages that hold these rows, from 0. The first page is always asked for: it brings the total. */
export const pagesOf = ({ first, last }: RowWindow, pageSize: number): number[] => {
  const pages = new Set([0])
  for (let page = Math.floor(first / pageSize); page * pageSize < last; page += 1) pages.add(page)
  return [...pages].sort((a, b) => a - b)
}

/** Where a list has to stand so that a row is seen whole; the same place when it is seen already. */
export const scrollFor = (
  index: number,
  { scrollTop, height, rowHeight }: { scrollTop: number; height: number; rowHeight: number },
): number => {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop
}
