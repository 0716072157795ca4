import { useMutation } from '@tanstack/react-query'
import { client } from '#lib/client'
import { queryClient } from '#lib/query'

const look = () => queryClient.invalidateQueries({ queryKey: ['backups'] })

/** Starts and stops what goes on in the background; how far it is, the status tells. */
export const useRun = () => {
  const backUp = useMutation({
    mutationFn: (placeIds: string[]) => client.backups.start({ placeIds }),
    onSettled: look,
  })
  const halt = useMutation({ mutationFn: () => client.backups.cancel({}), onSettled: look })
  return {
    start: (placeIds: string[]) => backUp.mutate(placeIds),
    stop: () => halt.mutate(),
    isStarting: backUp.isPending,
    isStopping: halt.isPending,
    failure: backUp.error ?? halt.error,
  }
}
