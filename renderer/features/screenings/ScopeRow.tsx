import { useQueries, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundScope } from '#contract/screenings'
import { client } from '#lib/client'
import { Chips } from '#ui/Chips'
import { FormRow } from '#ui/FormRow'

const WHOM = ['school', 'grades', 'classes'] as const
const many = (grade: string | null, className: string | null) => ({
  queryKey: ['students', 'count', grade, className],
  queryFn: () => client.students.list({ text: '', grade, className, known: false, offset: 0, limit: 1 }),
})

/** The whole school, some grades or some classes, and how many students of the roster that is. Null: not chosen yet. */
export function ScopeRow({
  value,
  onChange,
}: {
  value: RoundScope | null
  onChange: (scope: RoundScope | null) => void
}) {
  const { t } = useTranslation()
  const [whom, setWhom] = useState<(typeof WHOM)[number]>('school')
  const { data: roster } = useQuery(many(null, null))
  const grades = (roster?.grades ?? []).filter(({ grade }) => grade !== '')
  const classes = grades.flatMap((one) => one.classes.map((name) => ({ grade: one.grade, name })))
  const asked: { grade: string; className: string | null }[] =
    whom === 'classes'
      ? classes
          .filter(({ name }) => value?.classes.includes(name))
          .map(({ grade, name }) => ({ grade, className: name }))
      : grades
          .filter(({ grade }) => whom === 'school' || value?.grades.includes(grade))
          .map(({ grade }) => ({ grade, className: null }))
  const counts = useQueries({ queries: asked.map(({ grade, className }) => many(grade, className)) })
  const count =
    counts.every(({ data }) => data) && roster ? counts.reduce((sum, { data }) => sum + (data?.total ?? 0), 0) : null
  const setScope = (scope: RoundScope) => onChange(scope.grades.length + scope.classes.length === 0 ? null : scope)
  return (
    <FormRow label={t('screenings.dialog.scope')}>
      <div className="form-row-line">
        <Chips
          label={t('screenings.dialog.scope')}
          value={whom}
          options={WHOM.map((one) => ({ value: one, label: t(`screenings.dialog.whom.${one}`) }))}
          onChange={(chosen) => {
            setWhom(chosen)
            onChange(chosen === 'school' ? { grades: [], classes: [] } : null)
          }}
        />
        <span className="round-scope-count" role="status">
          {count !== null && (count > 0 || whom === 'school') && t('screenings.dialog.count', { n: count })}
        </span>
      </div>
      {whom === 'grades' && (
        <Chips
          label={t('screenings.dialog.whom.grades')}
          isMultiple
          value={value?.grades ?? []}
          options={grades.map(({ grade }) => ({ value: grade, label: grade }))}
          onChange={(chosen) => setScope({ grades: chosen, classes: [] })}
        />
      )}
      {whom === 'classes' && (
        <Select
          mode="multiple"
          className="round-scope-classes"
          aria-label={t('screenings.dialog.whom.classes')}
          placeholder={t('screenings.dialog.whichClasses')}
          maxTagCount={12}
          value={value?.classes ?? []}
          options={grades.map((one) => ({
            label: one.grade,
            options: one.classes.map((name) => ({ value: name, label: name })),
          }))}
          onChange={(chosen: string[]) => setScope({ grades: [], classes: chosen })}
        />
      )}
    </FormRow>
  )
}
