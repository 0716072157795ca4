import type { Language } from '#contract/vault'

const HALVES = /^(?<zh>.+?。)\s?\/ (?<en>[A-Z0-9].+)$/su

/** Notes of instrument files that say both languages in one field, `中文。/ English.`; any other text is shown whole. */
export const halfIn = (language: Language, text: string): string => HALVES.exec(text)?.groups?.[language] ?? text
