import { useContext, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { measure } from './measure.ts'
import { paginate } from './paginate.ts'
import type { Piece } from './paginate.ts'
import { PaperState } from './paper-state.ts'
import { Sheet } from './Sheet.tsx'
import type { Running } from './Sheet.tsx'
import './paper.css'

/** Height of a sheet's body in millimetres (paper.css), less a hair for rounding. */
const ROOM = 262 - 1.2
const PIXELS_PER_MM = 96 / 25.4

/** A copy of a measured block with its part of the text; what goes on from the page before says so. */
const pieceOf = (element: Element, { from, to }: Piece, continued: string): HTMLElement => {
  const copy = element.cloneNode(true) as HTMLElement
  const flow = copy.querySelector('[data-flow]')
  if (flow && (from > 0 || to !== null)) flow.textContent = (flow.textContent ?? '').slice(from, to ?? undefined)
  if (from > 0) {
    copy.dataset['goesOn'] = ''
    copy.querySelector('[data-label]')?.append(continued)
  }
  return copy
}

/** The faces that this text needs are asked for by name: layout alone would let the first measuring run too early. */
const loadFonts = async (column: HTMLElement): Promise<void> => {
  const family = getComputedStyle(column).fontFamily
  const text = column.textContent ?? ''
  await Promise.allSettled(['400', '700'].map((weight) => document.fonts.load(`${weight} 14px ${family}`, text)))
  await document.fonts.ready
}

/**
 * Lays the blocks of a form out once, measures them and deals them out to sheets of A4, the same boxes on screen and on
 * paper. Every element that `children` put into the column is one block; only the text in `[data-flow]` is ever cut.
 */
export function PagedForm({ running, children }: { running: Running; children: ReactNode }) {
  const { t } = useTranslation()
  const tellSheets = useContext(PaperState)
  const column = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<HTMLElement[][] | null>(null)

  useLayoutEffect(() => {
    const laidOut = column.current
    if (!laidOut) return
    let isGone = false
    tellSheets(null)
    void loadFonts(laidOut).then(() => {
      if (isGone) return
      const elements = Array.from(laidOut.children)
      const dealt = paginate(measure(laidOut), ROOM * PIXELS_PER_MM).map((pieces) =>
        pieces.map((piece) => pieceOf(elements[piece.block]!, piece, t('forms.continued'))),
      )
      setPages(dealt)
      tellSheets(dealt.length)
    })
    return () => {
      isGone = true
    }
  }, [t, tellSheets])

  if (!pages)
    return (
      <div className="paper-sheet-body paper-measured paper-sheet-text" ref={column} aria-hidden>
        {children}
      </div>
    )
  return pages.map((blocks, index) => (
    <Sheet
      key={index}
      running={running}
      page={index + 1}
      pages={pages.length}
      blocks={blocks}
      fills={pages.length === 1 || index < pages.length - 1}
    />
  ))
}
