import { create } from 'zustand'

type Session = {
  /** Whose page is on the screen; F9 opens the crisis card for this student. */
  studentId: string | null
  showStudent: (studentId: string | null) => void
  isSearchOpen: boolean
  setSearchOpen: (isOpen: boolean) => void
}

export const useSession = create<Session>((set) => ({
  studentId: null,
  showStudent: (studentId) => set({ studentId }),
  isSearchOpen: false,
  setSearchOpen: (isSearchOpen) => set({ isSearchOpen }),
}))
