import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const followupQueries = {
  byCase: (caseId: string) =>
    queryOptions({
      queryKey: ['followups', 'case', caseId],
      queryFn: () => client.followups.listByCase({ caseId }),
    }),
  rules: () => queryOptions({ queryKey: ['followups', 'rules'], queryFn: () => client.followups.rules({}) }),
}
