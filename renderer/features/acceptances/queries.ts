import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const acceptanceQueries = {
  list: (state: 'open' | 'all') =>
    queryOptions({ queryKey: ['acceptances', 'list', state], queryFn: () => client.acceptances.list({ state }) }),
  one: (acceptanceId: string) =>
    queryOptions({
      queryKey: ['acceptances', 'one', acceptanceId],
      queryFn: () => client.acceptances.get({ acceptanceId }),
      ...LOGGED,
    }),
  rules: queryOptions({ queryKey: ['acceptances', 'rules'], queryFn: () => client.acceptances.rules({}) }),
}
