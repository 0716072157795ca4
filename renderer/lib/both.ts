import type { Language } from '#contract/vault'

/** A text of an instrument: a school's own instrument may have no English; then the Chinese is shown. */
export const bothIn = (language: Language, text: { zh: string; en: string }): string =>
  language === 'en' && text.en ? text.en : text.zh
