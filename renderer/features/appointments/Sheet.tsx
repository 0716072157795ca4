import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursInRange } from '#contract/hours'
import { drawnSpans, openSpansOf, USUAL_DAY } from '#lib/calendar-week'
import { clamp, clickedSpan, clockOf, freeAround, sheetFor, shownSpan, topOf } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'
import { formatDay } from '#lib/format'
import { isWalkKey, standAt, walk } from '#lib/grid-walk'
import type { Ground, Stand } from '#lib/grid-walk'
import { Anchor } from './Anchor.tsx'
import { isMovable } from './blocks.ts'
import type { Block } from './blocks.ts'
import { BlockButton } from './BlockButton.tsx'
import { carried } from './carry.ts'
import { DayGround } from './DayGround.tsx'
import { DayHead } from './DayHead.tsx'
import { NowLine } from './NowLine.tsx'
import { createGridDrag } from './grid-drag.ts'
import type { Dropped, Placing, Rules } from './grid-drag.ts'
import { useHeight } from './use-height.ts'

export type SheetHandle = {
  startPlacing: (event: Pick<PointerEvent, 'clientX' | 'clientY'>, wait: Placing) => void
  focus: (visitId: string) => void
}
type Props = {
  handle: Ref<SheetHandle>
  days: readonly string[]
  hours: HoursInRange | undefined
  blocks: readonly Block[]
  toConfirm: ReadonlySet<string>
  usualMinutes: number
  mayBook: boolean
  showsReceiver: boolean
  /** What stands beside a block: its card, or what speaks against a move. */
  card: { visitId: string; content: ReactNode; isFirm: boolean; onClose: () => void } | null
  onOpen: (block: Block) => void
  onDay: (day: string) => void
  onDrop: (dropped: Dropped) => void
  /** A block is held in the air by the keyboard; let go, or given up. */
  onCarry: (block: Block, place: { day: number; span: Span }) => void
  onCarryEnd: (isDropped: boolean) => void
  onLeave: (way: 'before' | 'after') => void
}
const HEAD = 52

/** The days as columns of time. It is one stop of the Tab key; arrows walk on it. */
export function Sheet(props: Props) {
  const { days, hours, blocks, toConfirm, usualMinutes, mayBook, showsReceiver, card } = props
  const { t } = useTranslation()
  const layer = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const shade = useRef<HTMLDivElement>(null)
  const label = useRef<HTMLDivElement>(null)
  const cursor = useRef<HTMLButtonElement>(null)
  const height = useHeight(scroller, 600) - HEAD
  const open = useMemo(() => days.map((day) => (hours ? openSpansOf(hours, day) : [])), [days, hours])
  const sheet = useMemo(() => {
    const spans = [...drawnSpans(hours, days), ...blocks.map(({ span }) => span)]
    return sheetFor(shownSpan(spans, USUAL_DAY), height)
  }, [hours, days, blocks, height])
  const ground: Ground = {
    days: days.length,
    sheet,
    stops: blocks.map(({ line, day, span }) => ({ id: line.visitId, day, ...span })),
  }
  const [stood, setStood] = useState<Stand | null>(null)
  const stand = standOf(stood, ground, open)
  const wantsFocus = useRef(false)
  const elementOf = (visitId: string) => layer.current?.querySelector<HTMLElement>(`[data-block="${visitId}"]`)
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const element = stand.blockId === null ? cursor.current : elementOf(stand.blockId)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  })

  const rules: Rules = {
    sheet,
    days,
    blocks,
    open,
    usualMinutes,
    mayBook,
    isMovable: ({ line }) => isMovable(line),
    say: (day, { from, until }) => `${formatDay(days[day] ?? '')} ${clockOf(from)}–${clockOf(until)}`,
    onDrop: props.onDrop,
  }
  const [drag] = useState(() => createGridDrag(rules))
  useLayoutEffect(() => drag.keep(rules))
  useEffect(() => {
    if (!layer.current || !scroller.current || !shade.current || !label.current) return
    return drag.attach({
      layer: layer.current,
      scroller: scroller.current,
      shade: shade.current,
      label: label.current,
    })
  }, [drag])
  useImperativeHandle(props.handle, () => ({
    startPlacing: drag.startPlacing,
    focus: (visitId) => elementOf(visitId)?.focus(),
  }))

  const bookAtCursor = () => {
    const taken = blocks.filter(({ day }) => day === stand.day).map(({ span }) => span)
    const free = freeAround(stand.minute, open[stand.day] ?? [], taken)
    props.onDrop({ kind: 'draw', day: stand.day, span: clickedSpan(stand.minute, usualMinutes, free) })
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-block], .cal-cursor')) return
    const block = blocks.find(({ line }) => line.visitId === stand.blockId)
    if (event.altKey && block && mayBook && isMovable(block.line)) {
      const place = carried(block, event.key, event.shiftKey, days.length)
      if (!place) return
      props.onCarry(block, place)
    } else if (event.key === 'Escape' && block) return props.onCarryEnd(false)
    else if (isWalkKey(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const next = walk(ground, stand, event.key)
      wantsFocus.current = true
      if (typeof next === 'string') {
        setStood({ ...stand, day: next === 'before' ? days.length - 1 : 0, blockId: null })
        props.onLeave(next)
      } else setStood(next)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const release = (event: KeyboardEvent) => event.key === 'Alt' && props.onCarryEnd(true)
  const remember = (event: FocusEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['block'] : undefined
    const block = blocks.find(({ line }) => line.visitId === id)
    if (block && stood?.blockId !== id) setStood({ day: block.day, minute: block.span.from, blockId: id ?? null })
  }

  const columns = { gridTemplateColumns: `46px repeat(${days.length}, minmax(0, 1fr))` }
  const tall = { height: (sheet.until - sheet.from) * sheet.pixelsPerMinute }
  const shown = card && blocks.find(({ line }) => line.visitId === card.visitId)
  const isFree = stand.blockId === null
  return (
    <div className="cal-scroll" ref={scroller}>
      <div className="cal-heads" style={columns}>
        <div />
        {days.map((day) => (
          <DayHead key={day} day={day} hours={hours} onOpen={days.length > 1 ? props.onDay : undefined} />
        ))}
      </div>
      <div className="cal-body" style={tall}>
        <div className="cal-hours" aria-hidden="true">
          {hoursOf(sheet).map((minute) => (
            <span key={minute} style={{ top: topOf(sheet, minute) }}>
              {clockOf(minute)}
            </span>
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between the buttons inside */}
        <div
          className="cal-layer"
          ref={layer}
          role="group"
          aria-label={t('calendar.sheet')}
          onKeyDown={press}
          onKeyUp={release}
          onFocus={remember}
        >
          {days.map((day, i) => (
            <DayGround
              key={day}
              day={day}
              column={i}
              columns={days.length}
              hours={hours}
              open={open[i] ?? []}
              sheet={sheet}
            />
          ))}
          <div className="cal-shade" ref={shade} hidden />
          {blocks.map((block) => (
            <BlockButton
              key={block.line.visitId}
              block={block}
              columns={days.length}
              sheet={sheet}
              isToConfirm={toConfirm.has(block.line.visitId)}
              isMovable={mayBook && isMovable(block.line)}
              isReached={stand.blockId === block.line.visitId}
              showsReceiver={showsReceiver}
              onOpen={props.onOpen}
            />
          ))}
          <NowLine days={days} sheet={sheet} />
          <button
            type="button"
            className="cal-cursor"
            ref={cursor}
            tabIndex={isFree ? 0 : -1}
            style={{
              left: `${(stand.day / days.length) * 100}%`,
              width: `${100 / days.length}%`,
              top: topOf(sheet, stand.minute),
              height: 15 * sheet.pixelsPerMinute,
            }}
            aria-label={t(mayBook ? 'calendar.freePlace' : 'calendar.place', {
              when: `${formatDay(days[stand.day] ?? '')} ${clockOf(stand.minute)}`,
            })}
            onClick={mayBook ? bookAtCursor : undefined}
          />
          <div className="cal-drag-label" ref={label} hidden />
          {card && shown && (
            <Anchor
              key={card.visitId}
              block={shown}
              columns={days.length}
              sheet={sheet}
              isFirm={card.isFirm}
              onClose={card.onClose}
            >
              {card.content}
            </Anchor>
          )}
        </div>
      </div>
    </div>
  )
}

/** Before anybody has walked here: at the first opening of the first day. */
const standOf = (stood: Stand | null, ground: Ground, open: readonly (readonly Span[])[]): Stand => {
  const day = clamp(stood?.day ?? 0, 0, ground.days - 1)
  const held = ground.stops.find(({ id }) => id === stood?.blockId)
  if (held) return { day: held.day, minute: clamp(stood?.minute ?? 0, held.from, held.until - 1), blockId: held.id }
  return standAt(ground, day, stood?.minute ?? open[day]?.[0]?.from ?? USUAL_DAY.from)
}

const hoursOf = ({ from, until }: Span): number[] =>
  Array.from({ length: Math.floor((until - from) / 60) }, (_, i) => from + i * 60)
