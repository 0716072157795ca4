import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

export const growthQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['growth', 'student', studentId],
    queryFn: () => client.growth.listByStudent({ studentId }),
  })
