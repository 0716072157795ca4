import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultIssue } from '#contract/screenings'
import { Panel } from '#ui/Panel'

type Props = { names: readonly ResultIssue[]; accepted: number[]; onAccept: (rows: number[]) => void }

/** One number, two names: a person says whether it is the same student. Without a tick the row stays out. */
export function OtherNames({ names, accepted, onAccept }: Props) {
  const { t } = useTranslation()
  const rows = names.map(({ row }) => row)
  const isEvery = rows.every((row) => accepted.includes(row))
  return (
    <Panel
      title={t('screening-files.import.names', { n: names.length })}
      extra={
        <>
          {t('screening-files.import.namesHint')}{' '}
          <Button size="small" onClick={() => onAccept(isEvery ? [] : rows)}>
            {t(isEvery ? 'imports.tickNone' : 'imports.tickAll')}
          </Button>
        </>
      }
    >
      <div className="round-names">
        <table>
          <thead>
            <tr>
              <th>{t('imports.fields.studentNo')}</th>
              <th>{t('screening-files.import.inFile')}</th>
              <th>{t('screening-files.import.inRoster')}</th>
              <th>{t('screening-files.import.same')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ row, studentNo, nameInFile, nameInRoster }) => (
              <tr key={row}>
                <td>{studentNo}</td>
                <td>{nameInFile}</td>
                <td>
                  <strong>{nameInRoster}</strong>
                </td>
                <td>
                  <Checkbox
                    aria-label={t('screening-files.import.isSame', { file: nameInFile, roster: nameInRoster })}
                    checked={accepted.includes(row)}
                    onChange={({ target }) =>
                      onAccept(target.checked ? [...accepted, row] : accepted.filter((one) => one !== row))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
