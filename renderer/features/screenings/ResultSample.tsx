import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultPreview } from '#contract/screenings'

/** The first results as they will stand in the round. */
export function ResultSample({ sample }: Pick<ResultPreview, 'sample'>) {
  const { t } = useTranslation()
  return (
    <Table
      size="small"
      rowKey="row"
      dataSource={sample}
      pagination={false}
      columns={[
        { title: t('imports.fields.studentNo'), width: 150, dataIndex: 'studentNo' },
        { title: t('imports.fields.name'), width: 200, render: (_, { name }) => <strong>{name}</strong> },
        {
          title: t('screening-files.meanings.score'),
          width: 120,
          render: (_, { score }) => score ?? t('screenings.unscored'),
        },
        { title: t('screening-files.meanings.level'), dataIndex: 'level' },
      ]}
    />
  )
}
