import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/ErrorState'
import { instrumentQueries } from './queries.ts'
import { ThresholdsForm } from './ThresholdsForm.tsx'

/** The school's own cut lines of an instrument that only takes scores. */
export function ThresholdsDialog({ instrumentId, onClose }: { instrumentId: string; onClose: () => void }) {
  const { data, error } = useQuery(instrumentQueries.file(instrumentId))
  if (error) return <ErrorState error={error} />
  return data?.file.kind === 'score-entry' ? <ThresholdsForm file={data.file} onClose={onClose} /> : null
}
