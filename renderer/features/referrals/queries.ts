import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'

export const referralQuery = (referralId: string) =>
  queryOptions({
    queryKey: ['referrals', 'one', referralId],
    queryFn: () => client.referrals.get({ referralId }),
    ...LOGGED,
  })
