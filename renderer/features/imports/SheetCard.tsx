import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetMapping, SheetView } from '#contract/imports'
import { IMPORT_FIELDS } from '#contract/roster-lists'
import type { ImportField } from '#contract/roster-lists'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'

const NOTHING = ''
const HEADER_ROWS = Array.from({ length: 30 }, (_, index) => index + 1)

type Props = { sheet: SheetView; number: number; onChange: (part: Partial<SheetMapping>) => void }

/** One sheet: whether it is used, where its titles stand, what every column means, and its first rows. */
export function SheetCard({ sheet, number, onChange }: Props) {
  const { t } = useTranslation()
  const { mapping, titles, sample, skipped } = sheet
  const name = sheet.name || t('imports.onlySheet')
  const setColumn = (index: number, field: ImportField | typeof NOTHING) =>
    onChange({
      columns: mapping.columns.map((one, at) => (at === index ? field || null : one === field ? null : one)),
    })
  const options: { value: ImportField | typeof NOTHING; label: string }[] = [
    { value: NOTHING, label: t('imports.notUsed') },
    ...IMPORT_FIELDS.map((field) => ({ value: field, label: t(`imports.fields.${field}`) })),
  ]
  return (
    <Panel
      className="imports-sheet"
      title={
        <Checkbox checked={mapping.use} onChange={(event) => onChange({ use: event.target.checked })}>
          {name}
        </Checkbox>
      }
      extra={
        <span className="imports-sheet-facts">
          {skipped && <Tag>{t(`imports.skips.${skipped}`)}</Tag>}
          {sheet.hiddenRows > 0 && <Tag tone="amber">{t('imports.hiddenRows', { n: sheet.hiddenRows })}</Tag>}
          {mapping.use && t('imports.students', { count: sheet.rowCount })}
        </span>
      }
    >
      {mapping.use && skipped !== 'empty' && (
        <>
          <label className="imports-header-row">
            {t('imports.headerRow')}
            <Select
              size="small"
              aria-label={`${t('imports.headerRow')} ${number}`}
              value={mapping.headerRow ?? 0}
              options={[
                { value: 0, label: t('imports.noHeader') },
                ...[...new Set([...HEADER_ROWS, mapping.headerRow ?? 1])].map((row) => ({
                  value: row,
                  label: t('imports.rowNo', { row }),
                })),
              ]}
              onChange={(row) => onChange({ headerRow: row === 0 ? null : row, columns: [] })}
            />
          </label>
          <div className="imports-sample">
            <table>
              <thead>
                <tr>
                  {titles.map((title, index) => (
                    <th key={index} className={mapping.columns[index] ? undefined : 'imports-unused'}>
                      <span title={title}>{title || t('imports.untitled')}</span>
                      <Select<ImportField | typeof NOTHING>
                        size="small"
                        showSearch={{ optionFilterProp: 'label' }}
                        popupMatchSelectWidth={false}
                        aria-label={t('imports.meaning', { title: title || t('imports.column', { n: index + 1 }) })}
                        value={mapping.columns[index] ?? NOTHING}
                        options={options}
                        onChange={(field) => setColumn(index, field)}
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sample.map((row, at) => (
                  <tr key={at}>
                    {row.map((text, index) => (
                      <td key={index} className={mapping.columns[index] ? undefined : 'imports-unused'}>
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  )
}
