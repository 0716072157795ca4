import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RowIssue } from '#contract/imports'
import { usePlace } from './use-place.ts'

type Props = {
  issues: readonly RowIssue[]
  /** `reasons`: why a row is not taken; `remarks`: what to look at in a row that is. */
  words: 'reasons' | 'remarks'
}

/** Rows with where they stand, whom they seem to be about, what is wrong and what to do. */
export function IssuesTable({ issues, words }: Props) {
  const { t } = useTranslation()
  const place = usePlace()
  const reason = ({ reason, conflictsWith, value }: RowIssue): string => {
    if (reason === 'student-no-conflict' && conflictsWith)
      return t('imports.reasons.student-no-conflict.inFile', { place: place(conflictsWith) })
    const what = t(`imports.${words}.${reason}.what`)
    return value === '' ? what : t('imports.valued', { what, value })
  }
  return (
    <Table
      size="small"
      rowKey={({ sheet, row, reason, field }) => `${sheet}|${row}|${reason}|${field}`}
      dataSource={[...issues]}
      pagination={issues.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      columns={[
        { title: t('imports.place'), width: 170, render: (_, issue) => place(issue) },
        { title: t('imports.fields.name'), width: 140, render: (_, { name }) => <strong>{name || '—'}</strong> },
        { title: t(`imports.what.${words}`), render: (_, issue) => reason(issue) },
        { title: t('imports.what.next'), render: (_, issue) => t(`imports.${words}.${issue.reason}.next`) },
      ]}
    />
  )
}
