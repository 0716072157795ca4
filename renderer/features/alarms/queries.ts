import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

const FULL_DISK_MS = 5_000
const OTHERWISE_MS = 20_000

/** Whether the vault is as it should be; asked again and again, for a disk fills and a check fails in the middle of work. */
export const statusQuery = queryOptions({
  queryKey: ['vault', 'status'],
  queryFn: () => client.vault.status({}),
  refetchInterval: ({ state }) => (state.data?.alarm?.kind === 'disk-full' ? FULL_DISK_MS : OTHERWISE_MS),
})
