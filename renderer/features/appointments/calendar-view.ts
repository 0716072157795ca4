import { create } from 'zustand'

export type Mode = 'week' | 'day'
export type Side = 'waits' | 'confirm'

type View = {
  mode: Mode
  /** The day the page is about; null: today. */
  day: string | null
  whose: 'mine' | 'all'
  side: Side | null
  show: (part: Partial<Pick<View, 'mode' | 'day' | 'whose' | 'side'>>) => void
}

/** Where the calendar was left stands there again when one comes back to it; gone with the window. */
export const useCalendarView = create<View>((set) => ({
  mode: 'week',
  day: null,
  whose: 'all',
  side: null,
  show: (part) => set(part),
}))
