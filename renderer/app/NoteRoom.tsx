import { GoalMarks } from '#features/plans/GoalMarks'
import { NotePage } from '#features/notes/NotePage'
import { useMay } from '#lib/rights'
import { OwnNotes } from './OwnNotes.tsx'

/** The record of a visit; beside it how far the goals are, and what only its author reads. */
export const NoteRoom = () => <NotePage Beside={BesideNote} />

function BesideNote({ studentId, visitId }: { studentId: string; visitId: string }) {
  const may = useMay()
  return (
    <>
      {may('plans.list') && <GoalMarks key={visitId} studentId={studentId} visitId={visitId} />}
      <OwnNotes studentId={studentId} visitId={visitId} />
    </>
  )
}
