import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const aidQueries = {
  ofStudent: (studentId: string) =>
    queryOptions({
      queryKey: ['aid', 'student', studentId],
      queryFn: () => client.aid.ofStudent({ studentId }),
      ...LOGGED,
    }),
  one: (aidId: string) =>
    queryOptions({ queryKey: ['aid', 'one', aidId], queryFn: () => client.aid.get({ aidId }), ...LOGGED }),
  rules: queryOptions({ queryKey: ['aid', 'rules'], queryFn: () => client.aid.rules({}), staleTime: 60_000 }),
}
