import { useQuery } from '@tanstack/react-query'
import { client } from '#lib/client'

const counts = {
  cases: {
    queryKey: ['cases', 'count'],
    queryFn: async () => (await client.cases.list({ state: 'open', offset: 0, limit: 1 })).total,
  },
  crises: {
    queryKey: ['crises', 'count'],
    queryFn: async () => (await client.crises.list({ state: 'open' })).length,
  },
}

/** How many cases are open, or how many children are in a crisis now (red). */
export function SideCount({ of }: { of: keyof typeof counts }) {
  const { data = 0 } = useQuery(counts[of])
  if (data === 0) return null
  return <span className={of === 'crises' ? 'side-count side-count-red' : 'side-count'}>{data}</span>
}
