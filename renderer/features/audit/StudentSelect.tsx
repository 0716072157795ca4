import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'

type Props = { studentId: string | null; onChange: (studentId: string | null) => void }

/** Finds a student by any spelling, as the search does. */
export function StudentSelect({ studentId, onChange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data = [] } = useQuery({
    queryKey: ['students', 'find', text],
    queryFn: () => client.students.find({ text, limit: 8 }),
    enabled: text.trim() !== '',
    placeholderData: (former) => former,
  })
  return (
    <Select
      aria-label={t('log.student')}
      placeholder={t('log.anyStudent')}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      value={studentId}
      options={data.map(({ id, name, className }) => ({
        value: id,
        label: className ? `${name} · ${className}` : name,
      }))}
      notFoundContent={text.trim() === '' ? t('log.typeName') : t('log.nobody')}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
    />
  )
}
