import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultIssue } from '#contract/screenings'

/** Rows that stay out, with where they stand and why. */
export function ResultIssues({ issues }: { issues: readonly ResultIssue[] }) {
  const { t } = useTranslation()
  const words = ({ problem, column, value, of }: ResultIssue): string => {
    if (problem === 'double') return t('screening-files.problems.double', { row: of })
    const what = t(`screening-files.problems.${problem}`)
    const cell = [column, value].filter(Boolean).join(' ')
    return cell === '' ? what : t('imports.valued', { what, value: cell })
  }
  return (
    <Table
      size="small"
      rowKey={({ row, problem, column }) => `${row}|${problem}|${column}`}
      dataSource={[...issues]}
      pagination={issues.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      columns={[
        { title: t('imports.place'), width: 110, render: (_, { row }) => t('imports.rowNo', { row }) },
        { title: t('imports.fields.studentNo'), width: 150, dataIndex: 'studentNo' },
        {
          title: t('imports.fields.name'),
          width: 180,
          render: (_, { nameInFile, nameInRoster }) => <strong>{nameInFile || nameInRoster}</strong>,
        },
        { title: t('imports.what.reasons'), render: (_, issue) => words(issue) },
      ]}
    />
  )
}
