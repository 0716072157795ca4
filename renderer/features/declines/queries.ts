import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const declineQuery = (declineId: string) =>
  queryOptions({
    queryKey: ['declines', 'one', declineId],
    queryFn: () => client.declines.get({ declineId }),
    ...LOGGED,
  })
