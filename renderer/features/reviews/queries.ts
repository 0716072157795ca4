import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const reviewQueries = {
  ofCase: (caseId: string) =>
    queryOptions({ queryKey: ['reviews', 'case', caseId], queryFn: () => client.reviews.list({ caseId }), ...LOGGED }),
  next: (caseId: string) =>
    queryOptions({ queryKey: ['reviews', 'next', caseId], queryFn: () => client.reviews.next({ caseId }) }),
  goals: (caseId: string) =>
    queryOptions({
      queryKey: ['plans', 'course', caseId],
      queryFn: () => client.plans.course({ caseId }),
      ...LOGGED,
    }),
  case: (caseId: string) =>
    queryOptions({ queryKey: ['cases', 'whole', caseId], queryFn: () => client.cases.get({ caseId }) }),
}
