import { Tooltip } from 'antd'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown, ShownLine, ShownSection } from '#contract/report-shown'
import { reportWords, visitsHead } from '#contract/report-text'
import type { ReportSection } from '#contract/reports'
import { currentLanguage } from '#lib/words'
import type { Chosen, Measure } from './queries.ts'

const STEPS: Record<string, [down: number, across: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
/** Parts whose zeros say something in their place. */
const WHOLE: readonly ReportSection[] = ['overview', 'screening']
const isZero = ({ persons, visits }: ShownLine): boolean => !persons && !visits

type Props = {
  section: ShownSection
  isExplained: boolean
  onExplain: () => void
  /** Left out for those who see numbers alone. */
  onOpen: ((chosen: Chosen) => void) | undefined
}

/** One part of the report; every number opens the records behind it. */
export function SectionTable({ section: { section, title, lines }, isExplained, onExplain, onOpen }: Props) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const { columns } = reportWords(currentLanguage())
  const isWhole = WHOLE.includes(section)
  const filled = lines.filter((line) => isWhole || !isZero(line))
  const zeros = lines.filter((line) => !isWhole && isZero(line))
  const hasMinutes = filled.some(({ minutes }) => minutes !== null)
  const hasShare = filled.some(({ share }) => share !== null)
  const hasVisits = filled.some(({ visits }) => visits !== null)
  const heads = {
    persons: columns.persons,
    visits: visitsHead(currentLanguage(), section),
    minutes: columns.minutes,
  }

  const walk = (event: KeyboardEvent) => {
    if (event.key === '?') return onExplain()
    const step = STEPS[event.key]
    const row = document.activeElement?.closest('tr')
    if (!step || !row) return
    const column = row.querySelector(':focus')?.closest('td')?.cellIndex ?? 0
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])].filter((one) => one.querySelector('button'))
    const next = rows[rows.indexOf(row) + step[0]]
    const cells = [...(next?.cells ?? [])].filter((cell) => cell.querySelector('button'))
    const target =
      cells.find((cell) => cell.cellIndex === column + step[1]) ?? (step[1] === 0 ? cells.at(-1) : undefined)
    target?.querySelector('button')?.focus()
    event.preventDefault()
  }
  if (filled.length === 0) return <p className="report-none">{t('reports.none')}</p>
  const first = filled.findIndex((line) => typeof line.persons === 'number' || typeof line.visits === 'number')
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows only move focus between the numbers inside */}
      <table className="report-table" ref={table} onKeyDown={walk} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{columns.line}</th>
            <th scope="col">{heads.persons}</th>
            {hasVisits && <th scope="col">{heads.visits}</th>}
            {hasMinutes && <th scope="col">{heads.minutes}</th>}
            {hasShare && <th scope="col">{columns.share}</th>}
          </tr>
        </thead>
        <tbody>
          {filled.map((line, index) => {
            const cell = (column: Measure | 'minutes', value: Shown) => (
              <td>
                {typeof value === 'number' && (
                  <Tooltip title={isExplained ? undefined : line.definition} mouseEnterDelay={0.4}>
                    <button
                      type="button"
                      className="report-number"
                      tabIndex={index === first && (column === 'persons' || line.persons === null) ? 0 : -1}
                      disabled={value === 0 || !onOpen}
                      aria-label={`${line.label} ${heads[column]} ${value}`}
                      onClick={() =>
                        onOpen?.({ section, key: line.key, measure: column === 'persons' ? column : 'visits' })
                      }
                    >
                      {value}
                    </button>
                  </Tooltip>
                )}
              </td>
            )
            return (
              <tr key={line.key} className={line.isPart ? 'report-part' : undefined}>
                <th scope="row">
                  <Tooltip title={isExplained ? undefined : line.definition} mouseEnterDelay={0.4} placement="topLeft">
                    <span>{line.label}</span>
                  </Tooltip>
                  {isExplained && <span className="report-definition">{line.definition}</span>}
                </th>
                {cell('persons', line.persons)}
                {hasVisits && cell('visits', line.visits)}
                {hasMinutes && cell('minutes', line.minutes)}
                {hasShare && (
                  <td className="report-share">{typeof line.share === 'number' ? `${line.share.toFixed(1)}%` : ''}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {zeros.length > 0 && (
        <p className="report-none">
          {t('reports.zeros', { names: zeros.map(({ label }) => label).join(t('reports.names')) })}
        </p>
      )}
    </>
  )
}
