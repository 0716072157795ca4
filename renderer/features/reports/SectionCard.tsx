import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownSection } from '#contract/report-shown'
import { Kbd } from '#ui/Kbd'
import { Panel } from '#ui/Panel'
import type { Chosen } from './queries.ts'
import { SectionTable } from './SectionTable.tsx'

const ReportChart = lazy(() => import('./ReportChart.tsx').then((file) => ({ default: file.ReportChart })))

/** How a part is drawn; the others are read best as a table. */
const SHAPES: Partial<Record<ShownSection['section'], { shape: 'columns' | 'bars'; most: number }>> = {
  month: { shape: 'columns', most: 24 },
  grade: { shape: 'columns', most: 16 },
  problem: { shape: 'bars', most: 8 },
}

type Props = { section: ShownSection; onOpen: ((chosen: Chosen) => void) | undefined }

export function SectionCard({ section, onOpen }: Props) {
  const { t } = useTranslation()
  const [isExplained, setExplained] = useState(false)
  const drawn = SHAPES[section.section]
  const values = chartValues(section)
  return (
    <Panel
      title={section.title}
      extra={
        <button
          type="button"
          className="report-explain"
          aria-pressed={isExplained}
          title={t('reports.explainKey')}
          aria-keyshortcuts="?"
          onClick={() => setExplained(!isExplained)}
        >
          {t('reports.explain')}
          <Kbd keys="?" />
        </button>
      }
    >
      {drawn && values.length > 1 && (
        <Suspense fallback={<div className="report-chart" />}>
          <ReportChart
            title={t(`reports.chart.${section.section}`)}
            shape={drawn.shape}
            values={drawn.shape === 'bars' ? values.slice(0, drawn.most) : values}
          />
        </Suspense>
      )}
      <SectionTable
        section={section}
        isExplained={isExplained}
        onExplain={() => setExplained(!isExplained)}
        onOpen={onOpen}
      />
    </Panel>
  )
}

/** Whole lines only; problems from the most frequent. */
function chartValues({ section, lines }: ShownSection): { label: string; value: number }[] {
  const values = lines
    .filter(({ isPart }) => !isPart)
    .flatMap(({ label, visits }) => (typeof visits === 'number' ? [{ label, value: visits }] : []))
  return section === 'problem' ? values.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value) : values
}
