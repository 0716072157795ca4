import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultPreview, Round } from '#contract/screenings'
import { lackOf, valuesOf, withMeaning } from '#lib/result-columns'
import { Panel } from '#ui/Panel'
import { StepFoot } from '#ui/StepFoot'
import { lookAt, tableOf } from './begin-reading.ts'
import { screeningQueries } from './queries.ts'
import type { Reading } from './round-view.ts'
import { useMeanings } from './use-meanings.ts'

const NOTHING = ''
type Props = {
  round: Round
  reading: Reading
  /** What the mapping gives; undefined while it is worked out or cannot be. */
  understood: ResultPreview | undefined
  isBusy: boolean
  onChange: (part: Partial<Reading>) => void
  onBack: () => void
}

/** Every column with its values and what it means; those that nobody understood stand first. */
export function ColumnsStep({ round, reading, understood, isBusy, onChange, onBack }: Props) {
  const { t } = useTranslation()
  const { mapping, order } = reading
  const sheets = understood?.sheets ?? reading.sheets
  const sheet = sheets.find(({ name }) => name === mapping.sheet)
  const { data: instrument } = useQuery(screeningQueries.instrument(round.instrumentId))
  const meanings = useMeanings(instrument?.file)
  if (!sheet) return null
  const { titles, sample } = tableOf(sheet, mapping.headerRow)
  const lack = lackOf(mapping.columns)
  const rowNumbers = [...new Set([...Array.from({ length: 20 }, (_, index) => index + 1), mapping.headerRow])]
  const nameOf = (column: number) => titles[column]?.trim() || t('imports.column', { n: column + 1 })
  const unclear = order.filter((column) => !mapping.columns[column]).length
  return (
    <>
      <div className="round-steps-body">
        <Panel
          title={t('screening-files.import.columns')}
          extra={
            <span className="round-sheet">
              {reading.sheets.length > 1 && (
                <Select
                  size="small"
                  aria-label={t('screening-files.import.sheet')}
                  popupMatchSelectWidth={false}
                  value={mapping.sheet}
                  options={reading.sheets.map((one) => ({ value: one.name, label: one.name }))}
                  onChange={(name) => {
                    const chosen = reading.sheets.find((one) => one.name === name)
                    if (chosen) onChange(lookAt(chosen))
                  }}
                />
              )}
              {t('imports.headerRow')}
              <Select
                size="small"
                aria-label={t('imports.headerRow')}
                value={mapping.headerRow}
                options={rowNumbers.map((row) => ({ value: row, label: t('imports.rowNo', { row }) }))}
                onChange={(headerRow) => onChange({ mapping: { ...mapping, headerRow }, accepted: [] })}
              />
            </span>
          }
        >
          <table className="round-columns">
            <thead>
              <tr>
                <th aria-label={t('screening-files.import.state')} />
                <th>{t('screening-files.import.title')}</th>
                <th>{t('screening-files.import.values')}</th>
                <th>{t('screening-files.import.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {order.map((column) => (
                <tr key={column} className={mapping.columns[column] ? undefined : 'round-column-unclear'}>
                  <td>{mapping.columns[column] ? '✓' : '–'}</td>
                  <th scope="row">{nameOf(column)}</th>
                  <td className="round-values">{valuesOf(sample, column).join(t('screenings.comma'))}</td>
                  <td>
                    <Select
                      size="small"
                      showSearch={{ optionFilterProp: 'label' }}
                      popupMatchSelectWidth={false}
                      aria-label={t('imports.meaning', { title: nameOf(column) })}
                      value={mapping.columns[column] ?? NOTHING}
                      options={[{ value: NOTHING, label: t('imports.notUsed') }, ...meanings]}
                      onChange={(meaning) =>
                        onChange({
                          mapping: { ...mapping, columns: withMeaning(mapping.columns, column, meaning || null) },
                          accepted: [],
                        })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      </div>
      <StepFoot
        hint={
          lack !== null
            ? t(`screening-files.import.lacks.${lack}`)
            : unclear > 0
              ? t('screening-files.import.unclear', { n: unclear })
              : t('screening-files.import.allClear')
        }
        isMissing={lack !== null}
        back={t('imports.otherFile')}
        next={t('imports.next')}
        isReady
        isBusy={isBusy && lack === null}
        onBack={onBack}
        onNext={lack === null && understood ? () => onChange({ step: 'check' }) : undefined}
      />
    </>
  )
}
