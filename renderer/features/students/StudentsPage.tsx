import './students.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Cascader, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openDialog } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { Chips } from '#ui/Chips'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { PAGE_SIZE, studentQueries } from './queries.ts'
import type { StudentFilter } from './queries.ts'
import { StudentsTable } from './StudentsTable.tsx'

const NO_FILTER: StudentFilter = { text: '', grade: null, className: null, known: false }

/** Everyone the room knows of: the roster, guests and aliases. */
export function StudentsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const [filter, setFilter] = useState(NO_FILTER)
  const [page, setPage] = useState(0)
  const asked = useDeferredValue(filter)
  const { data, error, refetch } = useQuery(studentQueries.list(asked, page))
  const change = (part: Partial<StudentFilter>) => {
    setFilter({ ...filter, ...part })
    setPage(0)
  }
  const isFiltered = filter.text !== '' || filter.grade !== null || filter.known
  const lastPage = data ? Math.max(0, Math.ceil(data.total / PAGE_SIZE) - 1) : 0

  return (
    <div className="students">
      <PageHeader title={t('students.title')} hint={data && t('students.count', { count: data.total })}>
        {may('students.add') && (
          <Button onClick={() => openDialog({ kind: 'student', studentId: null })}>{t('students.add')}</Button>
        )}
        <Button onClick={() => void navigate(paths.imports)}>{t('students.import')}</Button>
      </PageHeader>
      <div className="students-filter">
        <Input
          autoFocus
          allowClear
          className="students-text"
          aria-label={t('students.find')}
          placeholder={t('students.find')}
          maxLength={60}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            document.querySelector<HTMLElement>('.students-table [data-row="0"]')?.focus()
          }}
        />
        <Cascader
          className="students-class"
          aria-label={t('students.class')}
          placeholder={t('students.allClasses')}
          changeOnSelect
          allowClear
          showSearch
          options={data?.grades.map(({ grade, classes }) => ({
            value: grade,
            label: grade || t('students.noGrade'),
            children: classes.map((name) => ({ value: name, label: name })),
          }))}
          value={filter.grade === null ? [] : [filter.grade, ...(filter.className === null ? [] : [filter.className])]}
          onChange={(value) => change({ grade: value?.[0] ?? null, className: value?.[1] ?? null })}
        />
        <Chips
          label={t('students.whom')}
          options={[
            { value: 'all', label: t('students.everyone') },
            { value: 'known', label: t('students.known') },
          ]}
          value={filter.known ? 'known' : 'all'}
          onChange={(whom) => change({ known: whom === 'known' })}
        />
      </div>
      {error && <ErrorState error={error} what={t('students.listFailed')} onRetry={() => void refetch()} />}
      {data && data.total > 0 && (
        <StudentsTable
          rows={data.rows}
          first={page * PAGE_SIZE}
          total={data.total}
          onOpen={(studentId) => void navigate(paths.student(studentId))}
          onTurn={(by) => setPage(Math.min(lastPage, Math.max(0, page + by)))}
        />
      )}
      {data?.total === 0 &&
        (isFiltered ? (
          <EmptyState title={t('students.noneFit')} hint={t('students.noneFitHint')}>
            <Button onClick={() => change(NO_FILTER)}>{t('students.showAll')}</Button>
          </EmptyState>
        ) : (
          <EmptyState title={t('students.empty')} hint={t('students.emptyHint')}>
            <Button type="primary" onClick={() => void navigate(paths.imports)}>
              {t('students.import')}
            </Button>
          </EmptyState>
        ))}
    </div>
  )
}
