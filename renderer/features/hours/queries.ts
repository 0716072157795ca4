import { queryOptions } from '@tanstack/react-query'
import { addDays } from '#contract/calendar'
import { client } from '#lib/client'

export const hoursQueries = {
  get: (from: string, to: string) =>
    queryOptions({
      queryKey: ['hours', 'get', from, to],
      queryFn: () => client.hours.get({ from, to }),
      staleTime: 60_000,
    }),
  /** From half a year back to half a year ahead: the year that a school plans. */
  year: (today: string) => hoursQueries.get(addDays(today, -190), addDays(today, 200)),
  handoverItems: () =>
    queryOptions({ queryKey: ['hours', 'handover-items'], queryFn: () => client.hours.handoverItems({}) }),
  handovers: (from: string, to: string) =>
    queryOptions({
      queryKey: ['hours', 'handovers', from, to],
      queryFn: () => client.hours.handovers({ from, to }),
    }),
}
