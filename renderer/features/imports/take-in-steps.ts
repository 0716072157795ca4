import { client } from '#lib/client'
import { queryClient } from '#lib/query'
import type { TakeInSteps } from '#lib/use-take-in'

export const rosterSteps: TakeInSteps = {
  proceed: client.imports.proceed,
  onEnd: () =>
    Promise.all(
      (['imports', 'students', 'settings'] as const).map((feature) =>
        queryClient.invalidateQueries({ queryKey: feature === 'imports' ? ['imports', 'list'] : [feature] }),
      ),
    ),
}
