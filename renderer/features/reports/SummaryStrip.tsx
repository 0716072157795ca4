import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/reports'

/** The few numbers a head teacher asks for first. */
export function SummaryStrip({ report }: { report: Report }) {
  const { t } = useTranslation()
  const lines = report.sections.find(({ section }) => section === 'overview')?.lines ?? []
  const line = (key: string) => lines.find((one) => one.key === key)
  const all = line('visits')
  const figures = [
    ['persons', all?.persons],
    ['visits', all?.visits],
    ['hours', Math.round(((all?.minutes ?? 0) / 60) * 10) / 10],
    ['mean', line('mean-minutes')?.minutes],
    ['median', line('median-visits')?.visits],
    ['open', line('cases-open')?.visits],
  ] as const
  return (
    <dl className="report-strip">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`reports.summary.${key}`)}</dt>
          <dd>{value ?? 0}</dd>
        </div>
      ))}
    </dl>
  )
}
