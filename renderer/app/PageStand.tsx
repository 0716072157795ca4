import { useParams } from 'react-router'
import { ReadingGate } from './ReadingGate.tsx'
import type { PageRoute } from './routes.tsx'

/** A page in its place: behind the question whose record it is, where it is about one. */
export function PageStand({ one }: { one: PageRoute }) {
  const params = useParams()
  const about = one.about?.(params) ?? null
  if (!about) return <one.Page />
  return (
    <ReadingGate key={`${about.subject} ${about.id}`} about={about}>
      <one.Page />
    </ReadingGate>
  )
}
