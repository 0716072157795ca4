import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShade, type Shade } from '#lib/shade'
import { useWorkplace } from '#lib/workplace'

type Props = { title: string; shape: 'columns' | 'bars'; values: readonly { label: string; value: number }[] }
const BAR_HEIGHT = 24

/** Bars with their numbers on them; the same numbers are said to a screen reader and stand in the table below. */
export function ReportChart({ title, shape, values }: Props) {
  const { t } = useTranslation()
  const shade = useShade(useWorkplace().preferences.theme)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    use([BarChart, GridComponent, SVGRenderer])
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(shape, values, shade))
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(box.current)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [shape, values, shade])
  const spoken = values
    .map(({ label, value }) => t('reports.chart.value', { label, n: value }))
    .join(t('reports.names'))
  return (
    <figure className="report-figure">
      <figcaption>{title}</figcaption>
      <div
        ref={box}
        className="report-chart"
        role="img"
        aria-label={`${title}${t('reports.names')}${spoken}`}
        style={shape === 'bars' ? { height: values.length * BAR_HEIGHT + 8 } : undefined}
      />
    </figure>
  )
}

function optionOf(shape: Props['shape'], values: Props['values'], shade: Shade) {
  const paint = getComputedStyle(document.documentElement)
  const color = (name: string) => paint.getPropertyValue(name).trim()
  const isBars = shape === 'bars'
  const names = {
    type: 'category' as const,
    data: values.map(({ label }) => label),
    inverse: isBars,
    axisLine: { show: !isBars, lineStyle: { color: color('--line-strong') } },
    axisTick: { show: false },
    axisLabel: { color: color('--ink-2'), fontSize: 12, interval: 0, hideOverlap: true },
  }
  const numbers = { type: 'value' as const, show: false }
  return {
    animation: false,
    darkMode: shade === 'dark',
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: isBars ? 8 : 4, right: isBars ? 36 : 4, top: isBars ? 0 : 20, bottom: 2, containLabel: true },
    xAxis: isBars ? numbers : names,
    yAxis: isBars ? names : numbers,
    series: [
      {
        type: 'bar' as const,
        data: values.map(({ value }) => value),
        barMaxWidth: isBars ? 14 : 34,
        itemStyle: { color: color('--accent'), borderRadius: isBars ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        label: {
          show: true,
          position: isBars ? ('right' as const) : ('top' as const),
          color: color('--ink-2'),
          fontSize: 12,
        },
      },
    ],
  }
}
