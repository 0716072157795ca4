import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskLevel } from '#contract/settings'
import { riskTone } from '#lib/workplace'

type Props = {
  levels: readonly RiskLevel[]
  value: number | null
  currentRank: number | null
  onChange: (rank: number) => void
}

/** The school's levels with their own words, least to most. Arrows move, Enter or Space chooses. */
export function RiskCards({ levels, value, currentRank, onChange }: Props) {
  const { t } = useTranslation()
  const group = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    const cards = [...(group.current?.querySelectorAll('button') ?? [])]
    const here = cards.indexOf(document.activeElement as HTMLButtonElement)
    cards[(here + step + cards.length) % cards.length]?.focus()
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- arrows only move focus between the cards inside
    <div className="risk-cards" role="radiogroup" aria-label={t('risks.level')} ref={group} onKeyDown={walk}>
      {levels.map((level) => (
        <button
          key={level.rank}
          type="button"
          role="radio"
          aria-checked={value === level.rank}
          className={`risk-card risk-card-${riskTone(level.rank, levels)}${value === level.rank ? ' risk-card-on' : ''}`}
          onClick={() => onChange(level.rank)}
        >
          <strong>
            {level.label}
            {currentRank === level.rank && <span className="risk-now">{t('risks.current')}</span>}
          </strong>
          <span>{level.criteria}</span>
        </button>
      ))}
    </div>
  )
}
