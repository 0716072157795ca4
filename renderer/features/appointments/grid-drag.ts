import { flushSync } from 'react-dom'
import { clamp, clickedSpan, freeAround, minuteAt, topOf } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'
import type { Block } from './blocks.ts'
import { overOf } from './drag.ts'
import type { Drag, Ground } from './drag.ts'

export type Dropped =
  | { kind: 'move' | 'stretch'; block: Block; day: number; span: Span }
  | { kind: 'draw'; day: number; span: Span }
  | { kind: 'place'; waitId: string; day: number; span: Span }
export type Placing = { waitId: string; minutes: number }

/** The elements that a drag works on. `shade` shows what would be booked, `label` says the time. */
export type Surface = Record<'layer' | 'scroller' | 'shade' | 'label', HTMLElement>
/** What is on the sheet at the moment. */
export type Rules = Ground & {
  days: readonly string[]
  usualMinutes: number
  mayBook: boolean
  isMovable: (block: Block) => boolean
  say: (day: number, span: Span) => string
  onDrop: (dropped: Dropped) => void
}
/** So far a pressed pointer may wander before it is a drag. */
const SLACK = 4
/** So near to the edge the sheet scrolls along. */
const EDGE = 28

/**
 * Moving, stretching, drawing and placing with the pointer. While it lasts nothing is rendered: one element is shifted by a
 * transform, once a frame; React hears of it when the pointer is let go.
 */
export const createGridDrag = (first: Rules) => {
  let current = first
  const rules = () => current
  let surface: Surface | null = null
  let drag: Drag | null = null
  let frame = 0

  const follow = (): void => {
    show()
    frame = requestAnimationFrame(follow)
  }

  function show(): void {
    if (!drag || !surface) return
    const { sheet, days, say } = rules()
    const { layer, scroller, shade, label } = surface
    const box = layer.getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    const { x, y } = drag.pointer
    const near = y < view.top + EDGE ? -1 : y > view.bottom - EDGE ? 1 : 0
    if (near !== 0 && x > view.left && x < view.right) scroller.scrollTop += near * 8
    const isOver = x >= box.left && x < box.right && y >= view.top - EDGE && y <= view.bottom + EDGE
    const column = columnOf(x, box)
    const over = drag.kind === 'place' && !isOver ? null : overOf(drag, column, y - box.top, rules())
    drag.over = over
    shade.hidden = over === null || drag.kind === 'move'
    label.hidden = over === null
    if (!over) return
    const width = box.width / days.length
    const left = over.day * width
    const top = topOf(sheet, over.span.from)
    const height = (over.span.until - over.span.from) * sheet.pixelsPerMinute
    if (!shade.hidden) {
      shade.style.transform = `translate3d(${left}px, ${top}px, 0)`
      shade.style.width = `${width}px`
      shade.style.height = `${height}px`
    }
    label.style.transform = `translate3d(${left + 4}px, ${top < 26 ? top + height + 3 : top - 25}px, 0)`
    const text = say(over.day, over.span)
    if (label.textContent !== text) label.textContent = text
    if (drag.kind !== 'move') return
    const down = (over.span.from - drag.block.span.from) * sheet.pixelsPerMinute
    drag.element.style.transform = `translate3d(${(over.day - drag.block.day) * width}px, ${down}px, 0)`
  }

  const columnOf = (x: number, box: DOMRect): number => {
    const { length } = rules().days
    return clamp(Math.floor(((x - box.left) / box.width) * length), 0, length - 1)
  }

  function finish(isDropped: boolean): void {
    const ended = drag
    if (!ended) return
    if (isDropped && ended.hasBegun) show()
    drag = null
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', escape, { capture: true })
    document.documentElement.classList.remove('cal-dragging', 'cal-stretching')
    const dropped = isDropped ? droppedOf(ended, rules()) : null
    if (dropped) flushSync(() => rules().onDrop(dropped))
    if ('element' in ended) {
      const { element } = ended
      element.style.transform = ''
      element.classList.remove('cal-block-lifted')
      if (ended.hasBegun) swallowClick(element)
    }
    if (!surface) return
    surface.shade.hidden = true
    surface.label.hidden = true
  }
  const drop = () => finish(true)
  const cancel = () => finish(false)
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  const move = (event: PointerEvent) => {
    if (!drag) return
    const { x, y } = drag.pointer
    if (!drag.hasBegun) {
      if (Math.hypot(event.clientX - x, event.clientY - y) < SLACK) return
      drag.hasBegun = true
      document.documentElement.classList.add(drag.kind === 'stretch' ? 'cal-stretching' : 'cal-dragging')
      if (drag.kind === 'move') drag.element.classList.add('cal-block-lifted')
      frame = requestAnimationFrame(follow)
    }
    drag.pointer = { x: event.clientX, y: event.clientY, isFine: event.altKey }
  }
  const begin = (started: Drag) => {
    cancel()
    drag = started
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape, { capture: true })
  }
  const press = (event: PointerEvent) => {
    const { sheet, blocks, mayBook, isMovable } = rules()
    if (event.button !== 0 || !surface || !mayBook || !(event.target instanceof Element)) return
    const box = surface.layer.getBoundingClientRect()
    const minute = minuteAt(sheet, event.clientY - box.top)
    const start = startAt(event)
    const element = event.target.closest<HTMLElement>('[data-block]')
    if (element) {
      const block = blocks.find(({ line }) => line.visitId === element.dataset['block'])
      if (!block || !isMovable(block)) return
      if (event.target.closest('.cal-grip')) begin({ ...start, kind: 'stretch', block, element })
      else begin({ ...start, kind: 'move', block, element, grabbed: minute - block.span.from })
    } else if (event.target.closest('[data-ground]'))
      begin({ ...start, kind: 'draw', day: columnOf(event.clientX, box), begun: minute })
  }

  return {
    /** What the next frame goes by. */
    keep: (now: Rules) => void (current = now),
    /** Listens on a sheet; answers how to stop. */
    attach: (to: Surface) => {
      surface = to
      to.layer.addEventListener('pointerdown', press)
      return () => {
        cancel()
        to.layer.removeEventListener('pointerdown', press)
        surface = null
      }
    },
    /** Somebody is taken from beside the sheet. */
    startPlacing: (event: Pointer, wait: Placing) => begin({ ...startAt(event), kind: 'place', ...wait }),
  }
}

type Pointer = Pick<PointerEvent, 'clientX' | 'clientY'>
const startAt = ({ clientX, clientY }: Pointer) => ({
  pointer: { x: clientX, y: clientY, isFine: false },
  hasBegun: false,
  over: null,
})

function droppedOf(ended: Drag, { blocks, open, usualMinutes }: Rules): Dropped | null {
  const { over, hasBegun } = ended
  if (!hasBegun) {
    if (ended.kind !== 'draw') return null
    const { day, begun } = ended
    const taken = blocks.filter((block) => block.day === day).map(({ span }) => span)
    return { kind: 'draw', day, span: clickedSpan(begun, usualMinutes, freeAround(begun, open[day] ?? [], taken)) }
  }
  if (!over) return null
  switch (ended.kind) {
    case 'move':
    case 'stretch':
      return { kind: ended.kind, block: ended.block, ...over }
    case 'draw':
      return { kind: 'draw', ...over }
    case 'place':
      return { kind: 'place', waitId: ended.waitId, ...over }
  }
}

/** The click that ends a drag is none. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  element.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }))
}
