import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { toAppError, UNREACHABLE } from '#lib/client'

const backToTheDoor = (error: unknown) => {
  if (toAppError(error).code === 'locked') window.location.reload()
}
const isTransportLoss = (error: unknown) => toAppError(error).data.reason === UNREACHABLE

/**
 * For calls whose every answer leaves a row in the log: they are made when a screen opens or something was written, not
 * whenever somebody comes back to the window.
 */
export const LOGGED = { refetchOnWindowFocus: false } as const

/** Answers are kept in memory only and go with the window. A locked room sends every screen back to the door. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: backToTheDoor }),
  mutationCache: new MutationCache({ onError: backToTheDoor }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && isTransportLoss(error),
    },
    mutations: { networkMode: 'always', retry: (failures, error) => failures < 2 && isTransportLoss(error) },
  },
})
