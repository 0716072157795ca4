import { useQuery } from '@tanstack/react-query'
import type { Crisis } from '#contract/crises'
import { client } from '#lib/client'
import { LOGGED, queryClient } from '#lib/query'

const keyOf = (crisisId: string) => ['crises', 'one', crisisId]

/** The card. It is read once and then follows the answers of its own writes: each reading leaves a line in the log. */
export const useCrisis = (crisisId: string) =>
  useQuery({
    queryKey: keyOf(crisisId),
    queryFn: () => client.crises.get({ crisisId }),
    staleTime: 5 * 60_000,
    ...LOGGED,
  })

/** Shows what a write answered, and lets the lists look again. */
export const showCrisis = (crisis: Crisis): void => {
  queryClient.setQueryData<Crisis>(keyOf(crisis.id), (before) =>
    before && linesOf(before) > linesOf(crisis) ? { ...crisis, entries: before.entries } : crisis,
  )
  void lookAgain()
}

/** Every list and count of crises is out of date; the cards themselves are not. */
export const lookAgain = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'crises' && queryKey[1] !== 'one' })

/** Lines and strikes only ever grow; an answer that was overtaken has fewer. */
const linesOf = ({ entries }: Crisis): number =>
  entries.length + entries.filter((entry) => entry.struckAt !== null).length
