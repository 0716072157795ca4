import { Button } from 'antd'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudentHit } from '#contract/students'
import { RiskTag } from '#ui/RiskTag'
import { Tag } from '#ui/Tag'
import { PAGE_SIZE } from './queries.ts'

type Props = {
  rows: readonly StudentHit[]
  first: number
  total: number
  onOpen: (studentId: string) => void
  onTurn: (pages: number) => void
}

/** Dense and aligned; arrows walk, Enter opens, Page Up and Down turn the page. */
export function StudentsTable({ rows, first, total, onOpen, onTurn }: Props) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  const last = Math.min(first + PAGE_SIZE, total)

  const focusRow = (index: number) => body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus()
  const press = (event: KeyboardEvent) => {
    const index = Number((document.activeElement as HTMLElement | null)?.dataset['row'] ?? -1)
    const hit = rows[index]
    if (event.key === 'ArrowDown') focusRow(index + 1)
    else if (event.key === 'ArrowUp') focusRow(index - 1)
    else if (event.key === 'Enter' && hit) onOpen(hit.id)
    else if (event.key === 'PageDown') onTurn(1)
    else if (event.key === 'PageUp') onTurn(-1)
    else return
    event.preventDefault()
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows inside take the focus */}
      <div className="students-table" key={first} ref={body} onKeyDown={press}>
        <table>
          <thead>
            <tr>
              <th>{t('students.name')}</th>
              <th>{t('students.sex')}</th>
              <th>{t('students.class')}</th>
              <th>{t('students.number')}</th>
              <th>{t('students.risk')}</th>
              <th className="students-number">{t('students.visits')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((hit, index) => (
              <tr key={hit.id} data-row={index} tabIndex={index === 0 ? 0 : -1} onClick={() => onOpen(hit.id)}>
                <td>
                  <strong>{hit.name}</strong>{' '}
                  {hit.kind !== 'roster' && <Tag>{t(`codes.studentKinds.${hit.kind}`)}</Tag>}
                </td>
                <td>{hit.sex && t(`codes.sexes.${hit.sex}`)}</td>
                <td>{[hit.college, hit.className ?? hit.grade].filter(Boolean).join(' ')}</td>
                <td>{hit.studentNo}</td>
                <td>
                  <RiskTag rank={hit.riskRank} />
                </td>
                <td className="students-number">{hit.visitCount > 0 && hit.visitCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > PAGE_SIZE && (
        <div className="students-pager">
          <span>{t('students.range', { first: first + 1, last, total })}</span>
          <Button size="small" disabled={first === 0} onClick={() => onTurn(-1)}>
            {t('students.previous')}
          </Button>
          <Button size="small" disabled={last >= total} onClick={() => onTurn(1)}>
            {t('students.next')}
          </Button>
        </div>
      )}
    </>
  )
}
