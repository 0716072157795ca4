type Flusher = () => Promise<void>
const flushers = new Set<Flusher>()

/** Whatever holds typed text registers here and is asked to put it into the vault before the room locks. */
export const registerFlusher = (flush: Flusher): (() => void) => {
  flushers.add(flush)
  return () => void flushers.delete(flush)
}

/** Resolves when all typed text is in the vault, or could not be put there. */
export const flushAll = async (): Promise<void> => {
  await Promise.allSettled([...flushers].map((flush) => flush()))
}
