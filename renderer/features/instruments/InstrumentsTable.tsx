import type { TFunction } from 'i18next'
import { Button } from 'antd'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstrumentSummary } from '#contract/instruments'
import { bothIn } from '#lib/both'
import { openDialog } from '#lib/dialogs'
import { licenceKind } from '#lib/licence-kind'
import { currentLanguage } from '#lib/words'
import { Tag } from '#ui/Tag'

type Props = {
  label: string
  rows: readonly InstrumentSummary[]
  onOpen: (instrumentId: string) => void
  onCut: (instrumentId: string) => void
}

/** One line for each instrument; arrows walk, Enter opens. */
export function InstrumentsTable({ label, rows, onOpen, onCut }: Props) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const names = [...(body.current?.querySelectorAll<HTMLElement>('.instruments-name') ?? [])]
    const here = names.findIndex((name) => name === document.activeElement)
    names[here + step]?.focus()
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the names inside take the focus
    <div ref={body} onKeyDown={walk}>
      <table className="instruments-table" aria-label={label}>
        <thead>
          <tr>
            <th>{t('instruments.columns.name')}</th>
            <th>{t('instruments.columns.items')}</th>
            <th>{t('instruments.columns.ages')}</th>
            <th>{t('instruments.columns.origin')}</th>
            <th>{t('instruments.columns.licence')}</th>
            <th>{t('instruments.columns.uses')}</th>
            <th>{t('instruments.columns.competence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <InstrumentRow key={one.id} one={one} isFirst={index === 0} onOpen={onOpen} onCut={onCut} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Omit<Props, 'label' | 'rows'> & { one: InstrumentSummary; isFirst: boolean }

function InstrumentRow({ one, isFirst, onOpen, onCut }: RowProps) {
  const { t } = useTranslation()
  const terms = licenceKind(one.license.verdict)
  const title = bothIn(currentLanguage(), one.title)
  return (
    <tr>
      <td className="instruments-what">
        <button type="button" className="instruments-name" tabIndex={isFirst ? 0 : -1} onClick={() => onOpen(one.id)}>
          {one.short}
        </button>
        <span className="instruments-title" title={title}>
          {title}
        </span>
      </td>
      <td>{t(one.kind === 'score-entry' ? 'instruments.scales' : 'instruments.items', { n: one.itemCount })}</td>
      <td>{agesOf(t, one)}</td>
      <td>{t(`instruments.origins.${one.origin}`)}</td>
      <td>
        <Tag tone={terms === 'non-commercial' ? 'amber' : 'plain'} title={one.license.statement}>
          {t(`instruments.licences.${terms}`)}
        </Tag>
      </td>
      <td>{one.uses > 0 ? t('instruments.used', { n: one.uses }) : ''}</td>
      <td className="instruments-step">
        <Step one={one} onCut={onCut} />
      </td>
    </tr>
  )
}

/** What has to be done before the instrument can be given, or that nothing is missing. */
function Step({ one, onCut }: { one: InstrumentSummary; onCut: (instrumentId: string) => void }) {
  const { t } = useTranslation()
  if (one.retired) return <Tag>{t('instruments.retired')}</Tag>
  if (one.withheld)
    return (
      <Tag tone="amber" title={t('instruments.withheldWhy')}>
        {t('instruments.withheld')}
      </Tag>
    )
  if (!one.competence)
    return (
      <Button size="small" onClick={() => openDialog({ kind: 'competence', instrumentId: one.id })}>
        {t('instruments.recordCompetence')}
      </Button>
    )
  if (!one.thresholdsSet)
    return (
      <Button size="small" onClick={() => onCut(one.id)}>
        {t('instruments.setCuts')}
      </Button>
    )
  return (
    <Tag tone="green" title={one.competence.basis}>
      {t('instruments.ready')}
    </Tag>
  )
}

function agesOf(t: TFunction, { ageMin, ageMax }: InstrumentSummary): string {
  if (ageMin === null && ageMax === null) return ''
  if (ageMax === null) return t('instruments.agesFrom', { min: ageMin })
  return ageMin === null
    ? t('instruments.agesTo', { max: ageMax })
    : t('instruments.agesSpan', { min: ageMin, max: ageMax })
}
