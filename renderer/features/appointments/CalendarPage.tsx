import './calendar.css'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays, addMinutes } from '#contract/calendar'
import type { Wait } from '#contract/waits'
import { client } from '#lib/client'
import { localAt } from '#lib/day-grid'
import { openDialog } from '#lib/dialogs'
import { formatDate, formatDay, localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { termOf, weekOf } from '#lib/terms'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { BlockCard } from './BlockCard.tsx'
import { blocksOf } from './blocks.ts'
import type { Block, Place } from './blocks.ts'
import { CalendarHead } from './CalendarHead.tsx'
import { useCalendarView } from './calendar-view.ts'
import type { Dropped } from './grid-drag.ts'
import { MoveCard } from './MoveCard.tsx'
import { MovedBar } from './MovedBar.tsx'
import { Sheet } from './Sheet.tsx'
import type { SheetHandle } from './Sheet.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useCalendar } from './use-calendar.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useMoves } from './use-moves.ts'

/** The papers of a week, and the notice for the door. */
const PAPERS = ['appointment-register', 'roster', 'opening-hours'] as const
type Carried = { block: Block; place: Place }

/** 日历: the week or the day, with everything that takes time, and what can be done with it. */
export function CalendarPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  const { today, terms, preferences, school } = useWorkplace()
  const { mode, day, monday, sunday, whose, list, hours, lines, days, toConfirm, waits, ...who } = useCalendar()
  const side = useCalendarView((view) => view.side)
  const show = useCalendarView((view) => view.show)
  const mayBook = may('appointments.book')
  const sheet = useRef<SheetHandle>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [carry, setCarry] = useState<Carried | null>(null)
  const { moving, moved, propose, answer, giveUp, forget, undo } = useMoves(t('calendar.undoReason'))
  const blocks = useMemo(() => {
    const isHeld = moving !== null && moving.step !== 'refused'
    const held = carry ? { line: carry.block.line, place: carry.place } : isHeld ? moving : null
    return blocksOf(lines, days, held)
  }, [lines, days, carry, moving])

  const step = (way: 'before' | 'after') =>
    show({ day: addDays(day, (way === 'before' ? -1 : 1) * (mode === 'week' ? 7 : 1)) })
  const placeOf = (column: number, { from, until }: Dropped['span']): Place => ({
    from: localAt(days[column] ?? day, from),
    until: localAt(days[column] ?? day, until),
  })
  const bookWait = (wait: Wait, place: Place) =>
    openDialog({
      kind: 'visit',
      studentId: wait.studentId,
      slot: { ...place, receiverId: wait.receiverId ?? who.receiverId, waitId: wait.id },
    })
  const bookAt = (place: Place) =>
    openDialog({ kind: 'visit', studentId: null, slot: { ...place, receiverId: who.receiverId } })
  const drop = (dropped: Dropped) => {
    const place = placeOf(dropped.day, dropped.span)
    switch (dropped.kind) {
      case 'move':
      case 'stretch':
        setOpenId(null)
        return void propose(dropped.block.line, place)
      case 'draw':
        return bookAt(place)
      case 'place': {
        const wait = waits.find(({ id }) => id === dropped.waitId)
        return wait && bookWait(wait, place)
      }
    }
  }
  /** The next time that nothing speaks against, from the day that is shown on. */
  const firstFree = async (studentId: string | null, receiverId: string): Promise<Place> => {
    const minutes = preferences.sessionMinutes
    const fromDay = days[0] === undefined || days[0] < today ? today : days[0]
    const [free] = await client.appointments
      .freeSlots({ studentId, receiverId, place: school.roomName, fromDay, days: 30, minutes, limit: 1 })
      .catch(() => [])
    const from = localNow()
    return free ?? { from, until: addMinutes(from, minutes) }
  }
  const book = () => mayBook && void firstFree(null, who.receiverId).then(bookAt)
  const findTime = (wait: Wait) =>
    void firstFree(wait.studentId, wait.receiverId ?? who.receiverId).then((place) => bookWait(wait, place))

  useCalendarKeys({
    before: () => step('before'),
    after: () => step('after'),
    today: () => show({ day: null }),
    week: () => show({ mode: 'week' }),
    day: () => show({ mode: 'day' }),
    book,
    undo,
  })

  const papers = PAPERS.filter(() => may('prints.preview')).map((form) => ({
    key: form,
    label: t(`codes.printForms.${form}`),
    open: () => void navigate(paths.print(form, form === 'opening-hours' ? 'room' : monday)),
  }))
  const term = termOf(terms, monday) ?? termOf(terms, sunday)
  const failed = list.error ?? hours.error
  return (
    <div className="cal">
      <CalendarHead
        mode={mode}
        hint={mode === 'day' ? formatDay(day) : `${formatDate(monday, today)} – ${formatDate(sunday, today)}`}
        week={term ? (weekOf(term, monday) ?? weekOf(term, sunday)) : null}
        whose={whose}
        side={side}
        counts={{ waits: waits.length, confirm: toConfirm.size }}
        mayBook={mayBook}
        papers={papers}
        onMode={(to) => show({ mode: to })}
        onWhose={(to) => show({ whose: to })}
        onSide={(to) => show({ side: to })}
        onStep={step}
        onToday={() => show({ day: null })}
        onBook={book}
      />
      {failed && (
        <ErrorState
          error={failed}
          what={t('calendar.failed')}
          onRetry={() => void Promise.all([list.refetch(), hours.refetch()])}
        />
      )}
      <div className={side ? 'cal-table cal-table-beside' : 'cal-table'} aria-busy={list.isPending}>
        <Sheet
          handle={sheet}
          days={days}
          hours={hours.data}
          blocks={blocks}
          toConfirm={toConfirm}
          usualMinutes={preferences.sessionMinutes}
          mayBook={mayBook}
          showsReceiver={who.hasColleagues}
          card={cardOf()}
          onOpen={(block) => setOpenId(block.line.visitId)}
          onDay={(to) => show({ mode: 'day', day: to })}
          onDrop={drop}
          onCarry={(block, { day: column, span }) => setCarry({ block, place: placeOf(column, span) })}
          onCarryEnd={(isDropped) => {
            if (carry && isDropped) void propose(carry.block.line, carry.place)
            setCarry(null)
          }}
          onLeave={step}
        />
        {list.data?.length === 0 && (
          <p className="cal-empty">{t(mayBook ? 'calendar.emptyToBook' : 'calendar.empty')}</p>
        )}
        {side && (
          <SidePanel
            side={side}
            onSide={(to) => show({ side: to })}
            onGrab={(event, wait) =>
              sheet.current?.startPlacing(event, { waitId: wait.id, minutes: preferences.sessionMinutes })
            }
            onBook={findTime}
          />
        )}
      </div>
      {moved && (
        <MovedBar key={JSON.stringify([moved.place, moved.isUndo])} moved={moved} onUndo={undo} onGone={forget} />
      )}
    </div>
  )

  function cardOf() {
    const back = (visitId: string) => () => {
      setOpenId(null)
      giveUp()
      sheet.current?.focus(visitId)
    }
    if (moving && (moving.step === 'asking' || moving.step === 'refused')) {
      const { visitId } = moving.line
      const content = <MoveCard key={moving.place.from} moving={moving} onAnswer={answer} onGiveUp={back(visitId)} />
      return { visitId, content, isFirm: moving.step === 'asking', onClose: back(visitId) }
    }
    const line = lines.find(({ visitId }) => visitId === openId)
    if (!line) return null
    const onClose = back(line.visitId)
    const content = <BlockCard line={line} isToConfirm={toConfirm.has(line.visitId)} onClose={onClose} />
    return { visitId: line.visitId, content, isFirm: false, onClose }
  }
}
