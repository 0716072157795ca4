import { create } from 'zustand'

type Guide = {
  /** The section of the guide that is open; null while the guide is closed. */
  at: string | null
  open: (section: string) => void
  close: () => void
}
export const useGuide = create<Guide>((set) => ({
  at: null,
  open: (at) => set({ at }),
  close: () => set({ at: null }),
}))
