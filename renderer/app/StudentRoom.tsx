import { StudentPage } from '#features/students/StudentPage'
import { OwnNotes } from './OwnNotes.tsx'

/** A student's page with one's own private notes at its end. */
export const StudentRoom = () => <StudentPage Beside={OwnNotes} />
