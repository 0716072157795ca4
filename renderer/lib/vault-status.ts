import { queryOptions, useQuery } from '@tanstack/react-query'
import type { VaultStatus } from '#contract/vault'
import { client } from '#lib/client'

const FULL_DISK_MS = 5_000
const OTHERWISE_MS = 20_000

/** Whether the vault is as it should be; asked again and again, for a disk fills and a check fails in the middle of work. */
export const statusQuery = queryOptions({
  queryKey: ['vault', 'status'],
  queryFn: () => client.vault.status({}),
  refetchInterval: ({ state }) => (state.data?.alarm?.kind === 'disk-full' ? FULL_DISK_MS : OTHERWISE_MS),
})

/** As it was last seen; the frame around the room goes on asking. */
export const useVaultStatus = (): VaultStatus | undefined =>
  useQuery({ ...statusQuery, enabled: false, refetchInterval: false }).data
/** Whether this is the made-up school. */
export const useIsPractice = (): boolean => useVaultStatus()?.practice === true
/** Nothing is taken any more, not even typed text; on a full disk that still is. */
export const useTakesNoText = (): boolean => {
  const status = useVaultStatus()
  return status?.state === 'read-only' && status.alarm?.kind !== 'disk-full'
}
