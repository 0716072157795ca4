import { useTranslation } from 'react-i18next'

/** Options of a closed list of contract/*-tables.ts, with their words. */
export const useCodes = () => {
  const { t } = useTranslation()
  return <V extends string>(list: string, values: readonly V[]): { value: V; label: string }[] =>
    values.map((value) => {
      const key: string = `codes.${list}.${value}`
      return { value, label: t(key) }
    })
}
