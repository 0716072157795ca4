import { queryOptions } from '@tanstack/react-query'
import { client } from '#lib/client'

const WHILE_RUNNING_MS = 500
/** A stick that is plugged in shows within this time. */
const AT_REST_MS = 5000

export const backupQueries = {
  status: () =>
    queryOptions({
      queryKey: ['backups', 'status'],
      queryFn: () => client.backups.status({}),
    }),
  sets: (placeId: string) =>
    queryOptions({ queryKey: ['backups', 'sets', placeId], queryFn: () => client.backups.sets({ placeId }) }),
}

/** How long until the page about backups looks again. */
export const untilNextLook = (isRunning: boolean): number => (isRunning ? WHILE_RUNNING_MS : AT_REST_MS)
