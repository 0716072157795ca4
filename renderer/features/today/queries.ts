import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const todayQueries = {
  visits: (day: string) =>
    queryOptions({ queryKey: ['visits', 'day', day], queryFn: () => client.visits.listByDay({ day }) }),
  unfinished: () =>
    queryOptions({ queryKey: ['visits', 'unfinished'], queryFn: () => client.visits.listUnfinished({}) }),
  drafts: () => queryOptions({ queryKey: ['drafts', 'list'], queryFn: () => client.drafts.list({}) }),
  crises: () =>
    queryOptions({ queryKey: ['crises', 'list', 'open'], queryFn: () => client.crises.list({ state: 'open' }) }),
  tasks: () => queryOptions({ queryKey: ['assessments', 'tasks'], queryFn: () => client.assessments.tasks({}) }),
  waitingTests: () =>
    queryOptions({ queryKey: ['assessments', 'waiting'], queryFn: () => client.assessments.waiting({}) }),
  screenings: () => queryOptions({ queryKey: ['screenings', 'list'], queryFn: () => client.screenings.list({}) }),
  waitingReferrals: () =>
    queryOptions({
      queryKey: ['referrals', 'list', 'waiting'],
      queryFn: () => client.referrals.list({ state: 'waiting' }),
    }),
  /** Whether there is anybody to register yet. */
  anyStudent: () =>
    queryOptions({
      queryKey: ['students', 'any'],
      queryFn: async () => {
        const input = { text: '', grade: null, className: null, known: false, offset: 0, limit: 1 }
        return (await client.students.list(input)).total > 0
      },
    }),
}
