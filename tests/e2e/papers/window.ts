import type { Language } from '#contract/vault'

declare global {
  /** What tests/renderer/papers puts on its page. */
  interface Window {
    /** Lays a paper on the desk and gives the name of the desk; its sheets come when they have been laid out. */
    lay(language: Language, model: unknown): string
    layRecoverySheet(language: Language, code: string): string
    layPassphraseSheet(language: Language, passphrase: string): string
    /** Numbers of sheets that were sent to the printer. */
    printed: number[]
  }
}
