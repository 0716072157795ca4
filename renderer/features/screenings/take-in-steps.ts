import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import type { TakeInSteps } from '#lib/use-take-in'

export const resultSteps: TakeInSteps = {
  proceed: client.screenings.proceed,
  onEnd: () => {
    // Lists that are not on the screen would show the time before the import for a moment.
    queryClient.removeQueries({ queryKey: ['screenings', 'entries'], type: 'inactive' })
    return Promise.all(
      ['screenings', 'assessments', 'students'].map((feature) =>
        queryClient.invalidateQueries({
          queryKey: [feature],
          predicate: ({ queryKey }) => queryKey[1] !== 'preview',
        }),
      ),
    )
  },
}
