import { createContext } from 'react'

/** Shows the page of the alarm again. */
export const AlarmShown = createContext<() => void>(() => {})
