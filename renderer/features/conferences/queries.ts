import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const conferencesOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['conferences', 'case', caseId],
    queryFn: () => client.conferences.listByCase({ caseId }),
    ...LOGGED,
  })

export const monthQuery = queryOptions({
  queryKey: ['conferences', 'month'],
  queryFn: () => client.conferences.month({}),
})
export const conferenceRulesQuery = queryOptions({
  queryKey: ['conferences', 'rules'],
  queryFn: () => client.conferences.rules({}),
})
