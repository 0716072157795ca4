import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const PAGE_SIZE = 100
export type SupervisionState = 'open' | 'closed' | 'all'

export const supervisionQueries = {
  cases: (state: SupervisionState, page: number) =>
    queryOptions({
      queryKey: ['supervision', 'cases', state, page],
      queryFn: () => client.supervision.cases({ state, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
      placeholderData: keepPreviousData,
      ...LOGGED,
    }),
  one: (caseId: string) =>
    queryOptions({
      queryKey: ['supervision', 'one', caseId],
      queryFn: () => client.supervision.case({ caseId }),
      ...LOGGED,
    }),
}
