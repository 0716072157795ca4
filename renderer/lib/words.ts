import { createInstance } from 'i18next'
import type { i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#contract/vault'
import * as door from './words/door.ts'

type Words = { [key: string]: string | Words }
export type FeatureWords = { zh: Words; en: Words }

/** The one instance; components read it through `useTranslation` of react-i18next. */
export const i18n: I18n = createInstance()
const NAMESPACE = 'translation'

const firstLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')

/** Starts with the words of the door only; `addAllWords` of `#lib/all-words` brings the rest with the frame. */
export const startWords = (): void => {
  void i18n.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'zh',
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: { zh: { [NAMESPACE]: { door: door.zh } }, en: { [NAMESPACE]: { door: door.en } } },
  })
  // English nouns follow their number: `{{n}} {{n, noun(one: visit; other: visits)}}`.
  i18n.services.formatter?.add('noun', (value, _language, { one, other }) => (Number(value) === 1 ? one : other))
  showLanguage()
  i18n.on('languageChanged', showLanguage)
}

export const addWords = (feature: string, words: FeatureWords): void => {
  for (const language of ['zh', 'en'] as const)
    i18n.addResourceBundle(language, NAMESPACE, { [feature]: words[language] }, true, true)
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh')
export const setLanguage = (language: Language): void => void i18n.changeLanguage(language)

const showLanguage = () => {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en'
}
