import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const conferencesOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['conferences', 'case', caseId],
    queryFn: () => client.conferences.listByCase({ caseId }),
    ...LOGGED,
  })
