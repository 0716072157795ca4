import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const calendarQueries = {
  list: (from: string, to: string) =>
    queryOptions({
      queryKey: ['appointments', 'list', from, to],
      queryFn: () => client.appointments.list({ from, to }),
    }),
  hours: (from: string, to: string) =>
    queryOptions({
      queryKey: ['hours', 'get', from, to],
      queryFn: () => client.hours.get({ from, to }),
      staleTime: 60_000,
    }),
  toConfirm: () =>
    queryOptions({
      queryKey: ['appointments', 'toConfirm'],
      queryFn: () => client.appointments.toConfirm({}),
    }),
  waits: () => queryOptions({ queryKey: ['waits', 'list'], queryFn: () => client.waits.list({}) }),
}
