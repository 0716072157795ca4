/** What the practice school is made with: the calls of the app and a clock that can be set. */
export type Call = (path: readonly [feature: string, verb: string], input: Record<string, unknown>) => Promise<unknown>
export type PracticeClock = {
  /** The real today, in milliseconds since 1970. */
  todayMs: number
  /** From here on the app believes it is this moment. */
  set(milliseconds: number): void
  newId(): string
}
