import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const declineQuery = (declineId: string) =>
  queryOptions({
    queryKey: ['declines', 'one', declineId],
    queryFn: () => client.declines.get({ declineId }),
    ...LOGGED,
  })

export const bookedQuery = (studentId: string, isAsked: boolean) =>
  queryOptions({
    queryKey: ['declines', 'booked', studentId],
    queryFn: () => client.declines.booked({ studentId }),
    enabled: isAsked,
    staleTime: 0,
  })
