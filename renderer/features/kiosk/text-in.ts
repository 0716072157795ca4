import type { Language } from '#contract/vault'

/** A school's own form may have no English; then the Chinese stands. */
export const textIn = (text: { zh: string; en: string }, language: Language): string =>
  language === 'en' && text.en !== '' ? text.en : text.zh
