import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const caseQueries = {
  one: (caseId: string) =>
    queryOptions({ queryKey: ['cases', 'get', caseId], queryFn: () => client.cases.get({ caseId }) }),
  progress: (caseId: string) =>
    queryOptions({ queryKey: ['cases', 'progress', caseId], queryFn: () => client.cases.progress({ caseId }) }),
}
