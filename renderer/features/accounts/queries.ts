import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const accountQueries = {
  list: () => queryOptions({ queryKey: ['accounts', 'list'], queryFn: () => client.accounts.list({}) }),
  heldCases: (accountId: string) =>
    queryOptions({
      queryKey: ['accounts', 'held-cases', accountId],
      queryFn: () => client.accounts.heldCases({ accountId }),
      staleTime: 0,
    }),
}
