import { useQuery } from '@tanstack/react-query'
import { flagSteps } from '#lib/flag-severities'
import { screeningQueries } from './queries.ts'

/** The instrument's own bands from which on a result may flag; none for a test without bands. */
export const useFlagSteps = (instrumentId: string) => {
  const { data } = useQuery(screeningQueries.instrument(instrumentId))
  return data ? flagSteps(data.file) : []
}
