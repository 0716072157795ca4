import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const archiveQueries = {
  of: (caseId: string) =>
    queryOptions({ queryKey: ['archives', 'case', caseId], queryFn: () => client.archives.get({ caseId }) }),
  logs: (caseId: string) =>
    queryOptions({ queryKey: ['archives', 'logs', caseId], queryFn: () => client.archives.logsToLookAt({ caseId }) }),
  rules: () => queryOptions({ queryKey: ['archives', 'rules'], queryFn: () => client.archives.rules({}) }),
}
