import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

/** Kept no longer than it is looked at: the text leaves the window's memory with the panel. */
export const privatesQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['privates', 'list', studentId],
    queryFn: () => client.privates.list({ studentId }),
    staleTime: Infinity,
    gcTime: 0,
    ...LOGGED,
  })
