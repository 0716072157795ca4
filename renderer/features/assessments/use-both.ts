import { useTranslation } from 'react-i18next'
import { bothIn } from '#lib/both'

/** Texts of an instrument in the language of the screen. */
export const useBoth = (): ((text: { zh: string; en: string }) => string) => {
  const { i18n } = useTranslation()
  return (text) => bothIn(i18n.language === 'en' ? 'en' : 'zh', text)
}
