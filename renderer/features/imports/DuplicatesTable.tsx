import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#contract/imports'
import { usePlace } from './use-place.ts'

/** Rows that say a student again who stands further up. */
export function DuplicatesTable({ duplicates }: Pick<ImportPreview, 'duplicates'>) {
  const { t } = useTranslation()
  const place = usePlace()
  return (
    <Table
      size="small"
      rowKey={({ sheet, row }) => `${sheet}|${row}`}
      dataSource={duplicates}
      pagination={duplicates.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      columns={[
        { title: t('imports.place'), width: 170, render: (_, one) => place(one) },
        { title: t('imports.fields.name'), width: 140, render: (_, { name }) => <strong>{name}</strong> },
        { title: t('imports.fields.studentNo'), width: 160, dataIndex: 'studentNo' },
        { title: t('imports.firstAt'), render: (_, { of }) => place(of) },
      ]}
    />
  )
}
