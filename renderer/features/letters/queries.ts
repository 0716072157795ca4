import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const letterQueries = {
  status: queryOptions({ queryKey: ['letters', 'status'], queryFn: () => client.letters.status({}) }),
  list: (state: 'open' | 'all') =>
    queryOptions({ queryKey: ['letters', 'list', state], queryFn: () => client.letters.list({ state }) }),
  one: (letterId: string) =>
    queryOptions({
      queryKey: ['letters', 'one', letterId],
      queryFn: () => client.letters.get({ letterId }),
      ...LOGGED,
    }),
}
