import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const consentQueries = {
  list: (studentId: string) =>
    queryOptions({
      queryKey: ['consents', 'list', studentId],
      queryFn: () => client.consents.listByStudent({ studentId }),
    }),
  state: (studentId: string) =>
    queryOptions({ queryKey: ['consents', 'state', studentId], queryFn: () => client.consents.state({ studentId }) }),
  rules: queryOptions({ queryKey: ['consents', 'rules'], queryFn: () => client.consents.rules({}) }),
}
