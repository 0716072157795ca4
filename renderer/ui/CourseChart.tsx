import './course-chart.css'
import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { bandSegments } from '#lib/band-segments'
import { useShade } from '#lib/shade'
import { useWorkplace } from '#lib/workplace'

type Band = { from: number; to: number; words: string; severity: number }
/** `score` null leaves a gap; an invalid sheet is drawn hollow. */
type Point = { day: string; score: number | null; band: string | null; isValid: boolean }
type Props = {
  title: string
  scale: { min: number; max: number }
  bands: readonly Band[]
  points: readonly Point[]
  /** In a narrow panel: without the words of the bands. */
  isSmall?: boolean
}

/** Scores over time on the bands of their scale; the same is said to a screen reader. */
export function CourseChart({ title, scale, bands, points, isSmall = false }: Props) {
  const { t } = useTranslation()
  const shade = useShade(useWorkplace().preferences.theme)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    use([LineChart, GridComponent, MarkAreaComponent, SVGRenderer])
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption({ ...optionOf({ scale, bands, points, isSmall }), darkMode: shade === 'dark' })
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(box.current)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [scale, bands, points, isSmall, shade])
  const spoken = points.map(({ day, score, band, isValid }) =>
    score === null
      ? t('assessments.course.spokenNone', { day })
      : `${t('assessments.course.spoken', { day, score, band: band ?? '' }).trim()}${isValid ? '' : t('assessments.course.spokenInvalid')}`,
  )
  return (
    <div
      ref={box}
      className={isSmall ? 'course-chart course-chart-small' : 'course-chart'}
      role="img"
      aria-label={t('assessments.course.spokenAll', { title, points: spoken.join(t('assessments.course.comma')) })}
    />
  )
}

function optionOf({ scale, bands, points, isSmall }: Required<Omit<Props, 'title'>>) {
  const paint = getComputedStyle(document.documentElement)
  const color = (name: string) => paint.getPropertyValue(name).trim()
  const { low, high, segments } = bandSegments(scale, bands)
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: isSmall || bands.length === 0 ? 12 : 176, top: 10, bottom: 24 },
    xAxis: {
      type: 'category' as const,
      data: points.map(({ day }) => day),
      axisLine: { lineStyle: { color: color('--line-strong') } },
      axisTick: { show: false },
      axisLabel: { color: color('--ink-2'), fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: low,
      max: high,
      show: false,
    },
    series: [
      {
        type: 'line' as const,
        data: points.map(({ score, isValid }) => ({
          value: score,
          symbol: isValid ? 'circle' : 'emptyCircle',
        })),
        symbolSize: 8,
        lineStyle: { color: color('--accent'), width: 2.5 },
        itemStyle: { color: color('--accent') },
        label: { show: true, position: 'top' as const, color: color('--ink'), fontSize: 12, formatter: '{c}' },
        markArea: {
          silent: true,
          label: {
            show: !isSmall,
            position: 'right' as const,
            distance: 8,
            width: 164,
            overflow: 'truncate' as const,
            color: color('--ink-2'),
            fontSize: 12,
          },
          data: segments.map(({ band, from, to }) => [
            { name: band.words, yAxis: from, itemStyle: { color: color(`--band-${band.severity}`) } },
            { yAxis: to },
          ]),
        },
      },
    ],
  }
}
