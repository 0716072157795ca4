import { create } from 'zustand'
import { schoolYearOf } from '#contract/calendar'
import type { Term } from '#contract/settings'

export type Period = { from: string; to: string }
export type PeriodChoice = Period & { key: string; name: string }
export const OWN = 'own'

/** This term, former terms from the newest, then school years that have more than one term. */
export function periodsOf(
  terms: readonly Term[],
  today: string,
  yearName: (from: number, to: number) => string,
): PeriodChoice[] {
  const begun = terms.filter(({ startsOn }) => startsOn <= today).sort((a, b) => b.startsOn.localeCompare(a.startsOn))
  const years = [...Map.groupBy(begun, ({ startsOn }) => schoolYearOf(startsOn))].filter(
    ([, within]) => within.length > 1,
  )
  return [
    ...begun.map(({ id, name, startsOn, endsOn }) => ({ key: id, name, from: startsOn, to: endsOn })),
    ...years.map(([year, within]) => ({
      key: String(year),
      name: yearName(year, year + 1),
      from: within.at(-1)?.startsOn ?? today,
      to: within[0]?.endsOn ?? today,
    })),
  ]
}

type Chosen = { key: string | null; own: Period | null; choose(key: string): void; setOwn(own: Period): void }
/** Kept while the window is open, so that coming back from a record finds the same page. */
export const useChosenPeriod = create<Chosen>((set) => ({
  key: null,
  own: null,
  choose: (key) => set({ key }),
  setOwn: (own) => set({ own, key: OWN }),
}))
