import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { addDays } from '#contract/calendar'
import { daysShown, mondayOf } from '#lib/calendar-week'
import { useWorkplace } from '#lib/workplace'
import { useCalendarView } from './calendar-view.ts'
import { calendarQueries } from './queries.ts'

/** Which days are shown, and everything that stands on them. */
export const useCalendar = () => {
  const { today, me, accounts } = useWorkplace()
  const mode = useCalendarView((view) => view.mode)
  const chosen = useCalendarView((view) => view.day)
  const whoseChosen = useCalendarView((view) => view.whose)
  const day = chosen ?? today
  const monday = mondayOf(day)
  const sunday = addDays(monday, 6)
  const counselors = accounts.filter(({ roles }) => roles.includes('counselor'))
  const isCounselor = me.roles.includes('counselor')
  const whose = counselors.length > 1 && isCounselor ? whoseChosen : null

  const list = useQuery(calendarQueries.list(monday, sunday))
  const hours = useQuery(calendarQueries.hours(monday, sunday))
  const { data: unsure = [] } = useQuery(calendarQueries.toConfirm())
  const { data: waits = [] } = useQuery(calendarQueries.waits())
  const lines = useMemo(
    () => (list.data ?? []).filter((line) => whose !== 'mine' || line.receiverId === me.id),
    [list.data, whose, me.id],
  )
  const days = useMemo(
    () => (mode === 'day' ? [day] : daysShown(monday, { hours: hours.data, lines, today })),
    [mode, day, monday, hours.data, lines, today],
  )
  const toConfirm = useMemo(() => new Set(unsure.map(({ visitId }) => visitId)), [unsure])
  return {
    mode,
    day,
    monday,
    sunday,
    whose,
    list,
    hours,
    lines,
    days,
    toConfirm,
    waits,
    hasColleagues: counselors.length > 1,
    /** Who receives when nobody else is named. */
    receiverId: isCounselor ? me.id : (counselors[0]?.id ?? me.id),
  }
}
