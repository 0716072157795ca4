import { PrivatePanel } from '#features/privates/PrivatePanel'
import { useMay } from '#lib/rights'

type Props = { studentId: string; visitId: string | null }

/** Private notes, for those who write any. */
export function OwnNotes({ studentId, visitId }: Props) {
  const may = useMay()
  if (!may('privates.list')) return null
  return <PrivatePanel key={`${studentId} ${visitId}`} studentId={studentId} visitId={visitId} />
}
