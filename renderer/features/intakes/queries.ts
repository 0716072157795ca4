import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const intakeQueries = {
  ofCase: (caseId: string) =>
    queryOptions({ queryKey: ['intakes', 'case', caseId], queryFn: () => client.intakes.get({ caseId }), ...LOGGED }),
  known: (caseId: string) =>
    queryOptions({
      queryKey: ['intakes', 'known', caseId],
      queryFn: () => client.intakes.known({ caseId }),
      staleTime: Infinity,
      ...LOGGED,
    }),
  case: (caseId: string) =>
    queryOptions({ queryKey: ['cases', 'whole', caseId], queryFn: () => client.cases.get({ caseId }) }),
}
