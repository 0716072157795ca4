/** The text of a block, which may be cut at the end of a line. Offsets in UTF-16 units, heights in CSS pixels. */
export type CuttableText = {
  /** How many characters from `from` on fit into so many pixels; 0 when fewer than two lines do. */
  fit(from: number, pixels: number): number
  /** Height of the text from `from` to its end. */
  rest(from: number): number
}
/** What was measured of one block of a form. */
export type Block = {
  height: number
  /** Height of what stands around the text. */
  frame: number
  text: CuttableText | null
  /** Never the last on a page. */
  keep: boolean
  /** The row that is repeated when this block opens a page. */
  under: number | null
}
/** A block on a page; `from` and `to` say which part of its text, `to` null means to its end. */
export type Piece = { block: number; from: number; to: number | null }

/** Least height of a row that goes on from the page before: two lines of label. */
const CONTINUED_ROW = 46

/** Spreads blocks over pages of `room` pixels. Only text is ever cut; what is taller than a page gets a page of its own. */
export const paginate = (blocks: readonly Block[], room: number): Piece[][] => {
  const pages: Piece[][] = []
  let page: Piece[] = []
  let used = 0

  const heightOf = ({ block: index, from }: Piece) => {
    const block = blocks[index]!
    return from === 0 || !block.text ? block.height : Math.max(CONTINUED_ROW, block.frame + block.text.rest(from))
  }
  const repeatedHead = ({ block }: Piece) => (page.length === 0 ? blocks[block]!.under : null)
  const put = (piece: Piece) => {
    page.push(piece)
    used += heightOf(piece)
  }
  const place = (piece: Piece) => {
    const head = repeatedHead(piece)
    if (head !== null) put({ block: head, from: 0, to: null })
    put(piece)
  }
  const turn = () => {
    const carried: Piece[] = []
    while (page.length > 1 && blocks[page.at(-1)!.block]!.keep) carried.unshift(page.pop()!)
    pages.push(page)
    page = []
    used = 0
    carried.forEach(place)
  }

  for (const [index, block] of blocks.entries()) {
    let from = 0
    for (;;) {
      const piece: Piece = { block: index, from, to: null }
      const head = repeatedHead(piece)
      const free = room - used - (head === null ? 0 : blocks[head]!.height)
      if (heightOf(piece) <= free) {
        place(piece)
        break
      }
      const count = block.text?.fit(from, free - block.frame) ?? 0
      if (count > 0) {
        place({ ...piece, to: from + count })
        from += count
        turn()
      } else if (page.length > 0) turn()
      else {
        place(piece)
        break
      }
    }
  }
  pages.push(page)
  return pages
}
