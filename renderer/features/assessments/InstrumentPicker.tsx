import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '#lib/format'
import type { Offer } from '#lib/test-choices'
import { Tag } from '#ui/Tag'
import { useBoth } from './use-both.ts'

type Props = { offers: readonly Offer[]; value: string | null; today: string; onChange: (instrumentId: string) => void }

/** The instruments of the room, most used first. Arrows choose. */
export function InstrumentPicker({ offers, value, today, onChange }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const list = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const here = offers.findIndex(({ id }) => id === value)
    const next = offers[Math.min(Math.max(here + step, 0), offers.length - 1)]
    if (!next) return
    onChange(next.id)
    const at = offers.indexOf(next)
    list.current?.querySelectorAll<HTMLElement>('button')[at]?.focus()
  }
  const agesOf = ({ ageMin, ageMax }: Offer) => {
    if (ageMin !== null && ageMax !== null) return t('sheets.agesBetween', { min: ageMin, max: ageMax })
    return ageMin === null ? '' : t('sheets.agesFrom', { min: ageMin })
  }
  const focusable = Math.max(
    0,
    offers.findIndex(({ id }) => id === value),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- arrows only move between the buttons inside
    <div className="picker" role="radiogroup" aria-label={t('sheets.instrument')} ref={list} onKeyDown={walk}>
      {offers.map((offer, place) => (
        <button
          key={offer.id}
          type="button"
          role="radio"
          aria-checked={offer.id === value}
          tabIndex={place === focusable ? 0 : -1}
          className={offer.id === value ? 'pick pick-on' : 'pick'}
          onClick={() => onChange(offer.id)}
        >
          <span className="pick-name">
            <strong>{offer.short}</strong>
            {offer.tooYoung && <Tag tone="amber">{t('sheets.tooYoungTag')}</Tag>}
            {offer.blocks.length > 0 && <Tag tone="amber">{t('sheets.lacksTag')}</Tag>}
          </span>
          <span className="pick-facts">
            {[
              offer.kind === 'score-entry' ? t('sheets.scoresOnly') : t('sheets.items', { n: offer.itemCount }),
              agesOf(offer),
              both(offer.timeframe),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {offer.lastTakenOn && (
            <span className="pick-facts">{t('sheets.lastTaken', { day: formatDate(offer.lastTakenOn, today) })}</span>
          )}
        </button>
      ))}
    </div>
  )
}
