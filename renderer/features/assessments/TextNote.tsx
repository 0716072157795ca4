import './text-note.css'
import { useTranslation } from 'react-i18next'

/** Says so where the Chinese wording is not the official one. */
export function TextNote({ zhText }: { zhText: string }) {
  const { t, i18n } = useTranslation()
  if (zhText === 'official' || zhText === 'not included') return null
  const key = `codes.zhTexts.${zhText}`
  return <span className="text-note">{t('sheets.textNote', { note: i18n.exists(key) ? t(key) : zhText })}</span>
}
