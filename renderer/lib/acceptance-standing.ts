import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

/** Whether the queue of 接案 is in sight, and how many in it wait for oneself. */
export const acceptanceStandingQuery = queryOptions({
  queryKey: ['acceptances', 'standing'],
  queryFn: () => client.acceptances.standing({}),
})
