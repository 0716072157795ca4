import { useTranslation } from 'react-i18next'

/** 七年级 第 24 行; a text file has no sheets. */
export const usePlace = () => {
  const { t } = useTranslation()
  return ({ sheet, row }: { sheet: string; row: number }): string =>
    [sheet, t('imports.rowNo', { row })].filter(Boolean).join(' ')
}
