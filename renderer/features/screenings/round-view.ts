import { create } from 'zustand'
import type { ResultMapping, ResultSheet } from '#contract/screenings'
import type { Seat } from '#lib/dealt-plan'
import type { EntryQuestion } from './queries.ts'

export const ROUND_TABS = ['names', 'import', 'deal', 'summary'] as const
export type RoundTab = (typeof ROUND_TABS)[number]
export type SlotChoices = {
  days: string[]
  hours: { from: string; to: string }[]
  minutes: number
  pauseMinutes: number
  perDay: number
  place: string | null
}
export type PlannedSeat = Seat & { visitId: string }
export type Plan = { seats: PlannedSeat[]; left: number }
/** A file that is looked at before anything of it is taken in. */
export type Reading = {
  fileId: string
  fileName: string
  sheets: ResultSheet[]
  step: 'columns' | 'check'
  mapping: ResultMapping
  /** Columns in the order in which they were shown first; choosing a meaning moves nothing. */
  order: number[]
  /** Rows whose other name a person has accepted. */
  accepted: number[]
  /** Levels of the platform that flag; null: not touched yet. */
  flagLevels: string[] | null
  importId: string
}
/** Where somebody stood in a round: going to a student and back changes nothing. Goes with the window. */
export type RoundView = {
  tab: RoundTab
  question: EntryQuestion
  /** Row of the list that has the focus. */
  at: number
  /** A student was opened from that row; coming back goes on there. */
  hasLeft: boolean
  reading: Reading | null
  slots: SlotChoices
  /** Who would come when; nothing of it is booked. */
  plan: Plan | null
}

const START: RoundView = {
  tab: 'names',
  question: { filter: 'all', text: '', className: null, sort: 'urgency' },
  at: 0,
  hasLeft: false,
  reading: null,
  slots: {
    days: [],
    hours: [
      { from: '12:10', to: '13:00' },
      { from: '16:30', to: '17:30' },
    ],
    minutes: 20,
    pauseMinutes: 5,
    perDay: 4,
    place: null,
  },
  plan: null,
}

type Views = { views: Record<string, RoundView>; change: (roundId: string, part: Partial<RoundView>) => void }
const useViews = create<Views>((set) => ({
  views: {},
  change: (roundId, part) =>
    set(({ views }) => ({ views: { ...views, [roundId]: { ...(views[roundId] ?? START), ...part } } })),
}))

export const useRoundView = (roundId: string) => {
  const view = useViews(({ views }) => views[roundId] ?? START)
  const change = useViews((store) => store.change)
  return { view, change: (part: Partial<RoundView>) => change(roundId, part) }
}
