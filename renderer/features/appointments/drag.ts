import { clamp, drawnSpan, movedTo, STEP, stretchedTo } from '#lib/day-grid'
import type { Sheet, Span } from '#lib/day-grid'
import type { Block } from './blocks.ts'

/** What is going on under the pointer. `place` brings somebody from beside the sheet. */
export type Drag = { pointer: { x: number; y: number; isFine: boolean }; hasBegun: boolean; over: Over | null } & (
  | { kind: 'move'; block: Block; element: HTMLElement; grabbed: number }
  | { kind: 'stretch'; block: Block; element: HTMLElement }
  | { kind: 'draw'; day: number; begun: number }
  | { kind: 'place'; waitId: string; minutes: number }
)
export type Over = { day: number; span: Span }
/** What a drag may stop at: where the room opens and closes, and the neighbours. */
export type Ground = { sheet: Sheet; blocks: readonly Block[]; open: readonly (readonly Span[])[] }

/** The day and hours that a drag would leave behind if it ended here; `top` is the height of the pointer on the sheet. */
export function overOf(current: Drag, column: number, top: number, { sheet, blocks, open }: Ground): Over {
  const minute = sheet.from + top / sheet.pixelsPerMinute
  const { isFine } = current.pointer
  const step = isFine ? STEP.fine : STEP.usual
  const day = current.kind === 'stretch' ? current.block.day : current.kind === 'draw' ? current.day : column
  const own = 'block' in current ? current.block : null
  const spans = blocks.filter((block) => block.day === day && block !== own).map(({ span }) => span)
  const starts = isFine ? [] : [...(open[day] ?? []).map(({ from }) => from), ...spans.map(({ until }) => until)]
  const ends = isFine ? [] : [...(open[day] ?? []).map(({ until }) => until), ...spans.map(({ from }) => from)]
  switch (current.kind) {
    case 'move':
      return { day, span: movedTo(current.block.span, minute - current.grabbed, step, sheet, starts) }
    case 'place':
      return { day, span: movedTo({ from: 0, until: current.minutes }, minute, step, sheet, starts) }
    case 'stretch':
      return { day, span: stretchedTo(current.block.span, minute, step, sheet, ends) }
    case 'draw':
      return { day, span: drawnSpan(current.begun, clamp(minute, sheet.from, sheet.until), step, sheet) }
  }
}
