import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Cell } from '#lib/sheet-flow'
import { keysOf } from '#lib/sheet-keys'
import type { KeyScheme } from '#lib/sheet-keys'
import { useBoth } from './use-both.ts'

type Props = { form: Questionnaire; cells: Cell[]; at: string | null; scheme: KeyScheme; onGo: (id: string) => void }

/** Every question with the key that was entered, side by side as on the paper: a slip is seen at a glance. */
export function SheetStrip({ form, cells, at, scheme, onGo }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const shown = ({ item, state, value }: Cell) => {
    if (state !== 'answered') return state === 'blank' ? t('sheets.blankMark') : state === 'unasked' ? '–' : ''
    const options = optionsOf(form, item)
    return keysOf(options, scheme)[options.findIndex((option) => option.value === value)] ?? ''
  }
  const said = ({ item, state, value }: Cell) => {
    const option = optionsOf(form, item).find((one) => one.value === value)
    return option ? both(option) : t(`sheets.cell.${state}`)
  }
  return (
    <ol className="sheet-marks" aria-label={t('sheets.entries')}>
      {cells.map((cell) => (
        <li key={cell.item.id}>
          <button
            type="button"
            className={`sheet-mark sheet-mark-${cell.state}${cell.item.id === at ? ' sheet-mark-here' : ''}`}
            aria-current={cell.item.id === at ? 'step' : undefined}
            aria-label={t('sheets.entry', { no: cell.no, said: said(cell) })}
            title={both(cell.item)}
            disabled={cell.state === 'unasked'}
            onClick={() => onGo(cell.item.id)}
          >
            <span className="sheet-mark-no">{cell.no}</span>
            <span className="sheet-mark-key">{shown(cell)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
