import { useTranslation } from 'react-i18next'
import type { PrintModel } from '#contract/prints'
import type { ReportLine, ReportSection } from '#contract/reports'

const LISTS: Partial<Record<ReportSection, string>> = {
  sex: 'sexes',
  channel: 'channels',
  source: 'sources',
  problem: 'problems',
  closure: 'closeReasons',
}

/** What a line of the report is called on paper. */
export const useReportLabel = (model: PrintModel) => {
  const { t } = useTranslation()
  return (section: ReportSection, { key, label }: ReportLine): string => {
    if (label) return label
    if (section === 'month') {
      const [year, month] = key.split('-')
      return t('forms.report.month', { year, month: Number(month) })
    }
    if (section === 'risk') return model.riskLabels[key] ?? key
    const list = LISTS[section]
    const word = list ? `codes.${list}.${key}` : `reports.keys.${key}`
    return t(word, { defaultValue: t('forms.report.notRecorded') })
  }
}
