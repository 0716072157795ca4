import { NotePage } from '#features/notes/NotePage'
import { OwnNotes } from './OwnNotes.tsx'

/** The record of a visit, and beside it what only its author reads. */
export const NoteRoom = () => <NotePage Beside={OwnNotes} />
