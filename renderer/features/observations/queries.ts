import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const observationQueries = {
  list: (state: 'open' | 'all') =>
    queryOptions({ queryKey: ['observations', 'list', state], queryFn: () => client.observations.list({ state }) }),
  one: (observationId: string) =>
    queryOptions({
      queryKey: ['observations', 'one', observationId],
      queryFn: () => client.observations.get({ observationId }),
      ...LOGGED,
    }),
}
