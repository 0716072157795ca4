import { Button, Skeleton } from 'antd'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Entry, Round } from '#contract/screenings'
import { paths } from '#lib/paths'
import { rowWindow, scrollFor } from '#lib/row-window'
import { useSettled } from '#lib/use-settled'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { EntryMenu } from './EntryMenu.tsx'
import { EntryRow } from './EntryRow.tsx'
import type { Marking } from './MarkDialog.tsx'
import type { EntryQuestion } from './queries.ts'
import { useEntries } from './use-entries.ts'

const ROW_HEIGHT = 42
const COLUMNS = ['name', 'class', 'result', 'earlier', 'waiting', 'booked', 'seen'] as const

type Props = {
  round: Round
  question: EntryQuestion
  at: number
  mayWrite: boolean
  hasLeft: boolean
  onAt: (index: number) => void
  /** A student is being opened, or the list has the focus again. */
  onLeft: (hasLeft: boolean) => void
  onClasses: (classes: readonly string[]) => void
  onShowAll: () => void
  onImport: () => void
  onSee: (entry: Entry) => void
  onMark: (marking: Marking) => void
}

/** A list of any length: only the rows on the screen are drawn and asked for. Arrows walk, Enter opens, S and M act. */
export function EntryList(props: Props) {
  const { round, question, at, mayWrite, onAt, onSee, onMark } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({
    scrollTop: Math.max(0, (at - 4) * ROW_HEIGHT),
    height: 520,
    rowHeight: ROW_HEIGHT,
  })
  const [menuAt, setMenuAt] = useState<number | null>(null)
  const wantsFocus = useRef(false)
  const [first, last] = useSettled(`${view.scrollTop}|${view.height}`, 60).split('|').map(Number)
  const asked = rowWindow({ scrollTop: first ?? 0, height: last ?? 0, rowHeight: ROW_HEIGHT }, Number.MAX_SAFE_INTEGER)
  const { total, classes, rowAt, error, retry } = useEntries(round.id, question, asked)
  const shown = rowWindow(view, total ?? 0)
  const rows = Array.from({ length: shown.last - shown.first }, (_, index) => shown.first + index)
  if (total !== null && at < total && (at < shown.first || at >= shown.last)) rows.push(at)

  const focusRow = (index: number) =>
    box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true })

  const tellClasses = useEffectEvent(props.onClasses)
  const known = classes.join('\n')
  useEffect(() => tellClasses(known === '' ? [] : known.split('\n')), [known])
  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    list.scrollTop = view.scrollTop
    const measure = new ResizeObserver(() => setView((now) => ({ ...now, height: list.clientHeight })))
    measure.observe(list)
    return () => measure.disconnect()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- where the list stands at first; afterwards it scrolls itself
  }, [total === null])
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus({ preventScroll: true })
  }, [at])

  const comeBack = useEffectEvent(() => {
    if (!props.hasLeft) return
    focusRow(at)
    props.onLeft(false)
  })
  useEffect(() => {
    if (total !== null) comeBack()
  }, [total])

  const go = (index: number) => {
    const next = Math.min(Math.max(0, index), (total ?? 1) - 1)
    const inside = { ...view, height: view.height - ROW_HEIGHT }
    const scrollTop = scrollFor(next, inside)
    if (box.current) box.current.scrollTop = scrollTop
    setView({ ...view, scrollTop })
    wantsFocus.current = true
    onAt(next)
  }
  const press = (event: KeyboardEvent) => {
    const isOnRow = (event.target as HTMLElement).dataset['row'] !== undefined
    const entry = rowAt(at)
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 2)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key]
    if (step) go(at + step)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go((total ?? 1) - 1)
    else if (!isOnRow || !entry || event.ctrlKey || event.altKey || event.metaKey) return
    else if (event.key === 'Enter') {
      props.onLeft(true)
      void navigate(paths.student(entry.studentId))
    } else if (event.key.toLowerCase() === 's' && mayWrite && entry.flagged) onSee(entry)
    else if (event.key.toLowerCase() === 'm') setMenuAt(at)
    else return
    event.preventDefault()
  }

  if (error) return <ErrorState error={error} what={t('screenings.names.failed')} onRetry={retry} />
  if (total === null) return <Skeleton active className="entries-waiting" />
  if (total === 0) return <NoEntries {...props} />
  const menuEntry = menuAt === null ? undefined : rowAt(menuAt)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the rows inside take the focus */}
      <div
        className="entries"
        role="grid"
        aria-label={t('screenings.tabs.names')}
        aria-rowcount={total + 1}
        ref={box}
        onKeyDown={press}
        onScroll={(event) => setView({ ...view, scrollTop: event.currentTarget.scrollTop })}
      >
        <div className="entry entry-head" role="row" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <div key={column} role="columnheader">
              {t(`screenings.columns.${column}`)}
            </div>
          ))}
          <div role="columnheader" aria-label={t('screenings.columns.next')} />
        </div>
        <div className="entries-body" role="rowgroup" style={{ height: total * ROW_HEIGHT }}>
          {rows.map((index) => (
            <EntryRow
              key={index}
              entry={rowAt(index)}
              index={index}
              top={index * ROW_HEIGHT}
              isCurrent={index === at}
              mayWrite={mayWrite}
              isOpen={round.state === 'open'}
              onFocus={() => index !== at && onAt(index)}
              onSee={onSee}
              onMark={onMark}
              onMenu={() => setMenuAt(index)}
            />
          ))}
          {menuAt !== null && menuEntry && (
            <EntryMenu
              entry={menuEntry}
              top={(menuAt + 1) * ROW_HEIGHT}
              mayWrite={mayWrite}
              isOpen={round.state === 'open'}
              onSee={onSee}
              onMark={onMark}
              onClose={() => {
                setMenuAt(null)
                focusRow(menuAt)
              }}
            />
          )}
        </div>
      </div>
      <p className="entries-foot" role="status">
        {t('screenings.names.count', { n: total })}
        <span>{t(mayWrite ? 'screenings.names.keys' : 'screenings.names.keysRead')}</span>
      </p>
    </>
  )
}

function NoEntries({ round, question, mayWrite, onShowAll, onImport }: Props) {
  const { t } = useTranslation()
  if (round.counts.due === 0)
    return <EmptyState title={t('screenings.names.nobody')} hint={t('screenings.names.nobodyHint')} />
  if (round.counts.done === 0 && question.text === '' && question.className === null)
    return (
      <EmptyState title={t('screenings.names.noResults')} hint={t('screenings.names.noResultsHint')}>
        {mayWrite && (
          <Button type="primary" onClick={onImport}>
            {t('screenings.names.toImport')}
          </Button>
        )}
      </EmptyState>
    )
  return (
    <EmptyState title={t('screenings.names.noneFit')} hint={t('screenings.names.noneFitHint')}>
      <Button onClick={onShowAll}>{t('screenings.names.showAll')}</Button>
    </EmptyState>
  )
}
