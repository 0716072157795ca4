import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#contract/imports'
import { Tag } from '#ui/Tag'

const SHOWN = 8

/** The first students as they will stand in the room. */
export function SampleTable({ sample }: Pick<ImportPreview, 'sample'>) {
  const { t } = useTranslation()
  return (
    <Table
      size="small"
      rowKey={({ sheet, row }) => `${sheet}|${row}`}
      dataSource={sample.slice(0, SHOWN)}
      pagination={false}
      columns={[
        { title: t('imports.fields.name'), render: (_, { fields }) => <strong>{fields.name}</strong> },
        { title: t('imports.fields.sex'), render: (_, { fields }) => fields.sex && t(`codes.sexes.${fields.sex}`) },
        { title: t('imports.fields.birthDate'), render: (_, { fields }) => fields.birthDate },
        { title: t('imports.fields.className'), render: (_, { fields }) => fields.className ?? fields.grade },
        { title: t('imports.fields.studentNo'), render: (_, { fields }) => fields.studentNo },
        {
          title: t('imports.guardians'),
          render: (_, { guardians }) =>
            guardians.map(({ name, relation }) => [relation, name].filter(Boolean).join(' ')).join('、'),
        },
        {
          title: '',
          render: (_, { change }) => (
            <Tag tone={change === 'new' ? 'green' : 'plain'}>{t(`imports.changes.${change}`)}</Tag>
          ),
        },
      ]}
    />
  )
}
