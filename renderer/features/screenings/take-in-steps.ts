import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import type { TakeInSteps } from '#lib/use-take-in'

export const resultSteps: TakeInSteps = {
  proceed: client.screenings.proceed,
  onEnd: () =>
    Promise.all(
      ['screenings', 'assessments', 'students'].map((feature) =>
        queryClient.invalidateQueries({
          queryKey: [feature],
          predicate: ({ queryKey }) => queryKey[1] !== 'preview',
        }),
      ),
    ),
}
