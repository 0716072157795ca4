import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OwnSheet } from '#lib/own-workbook'

const STEP = 200

/** Every cell of a file, a good many rows at a time. */
export function FileRows({ sheets, label }: { sheets: readonly OwnSheet[]; label: string }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(STEP)
  return (
    <section className="round-file" aria-label={label}>
      {sheets.map(({ name, rows }) => {
        const width = Math.max(...rows.map((row) => row.length), 0)
        return (
          <table key={name}>
            <caption>{name}</caption>
            <tbody>
              {rows.slice(0, shown).map((row, at) => (
                <tr key={at}>
                  {row.length === 1 && width > 1 ? (
                    <td colSpan={width} className="round-file-note">
                      {row[0]}
                    </td>
                  ) : (
                    Array.from({ length: width }, (_, column) => <td key={column}>{row[column]}</td>)
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
      {sheets.some(({ rows }) => rows.length > shown) && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {t('screening-files.leave.more', { n: STEP })}
        </Button>
      )}
    </section>
  )
}
