import { createContext } from 'react'

/** Told by a form how many sheets it has become; null while it is still being laid out. */
export const PaperState = createContext<(sheets: number | null) => void>(() => undefined)
