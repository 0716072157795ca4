import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEXES } from '#contract/code-tables'
import type { StudentFields } from '#contract/students'
import { client } from '#lib/client'
import { studentsFoundQuery } from '#lib/students-found'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

type Props = { kind: 'guest' | 'alias'; name: string; onKnown: (studentId: string) => void; onClose: () => void }

/** Takes in a visitor who is not on the roster, after showing who has the same name already. */
export function NewVisitor({ kind, name: startName, onKnown, onClose }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(startName)
  const [sex, setSex] = useState<StudentFields['sex']>(null)
  const [className, setClassName] = useState('')
  const { data: hits = [] } = useQuery(studentsFoundQuery(name))
  const same = hits.filter((hit) => hit.name === name.trim())
  const { write, isPending, error } = useWrite(client.students.add, {
    invalidates: ['students'],
    onSuccess: (student) => onKnown(student.id),
  })
  const add = () =>
    write({ id, fields: { kind, name: name.trim(), sex, className: className.trim() || null }, guardians: [] })

  return (
    <SheetDialog
      title={t(kind === 'alias' ? 'visits.alias' : 'visits.guest')}
      width={560}
      verb={t('visits.next')}
      isBusy={isPending}
      isDisabled={name.trim() === ''}
      foot={kind === 'alias' ? t('visits.aliasSafe') : undefined}
      onSubmit={add}
      onClose={onClose}
    >
      <FormRow label={t(kind === 'alias' ? 'visits.aliasName' : 'visits.name')} htmlFor={`${ids}-name`}>
        <Input id={`${ids}-name`} autoFocus maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />
      </FormRow>
      {same.map((hit) => (
        <FormRow key={hit.id} label={t('visits.sameName')}>
          <div className="form-row-line">
            <strong>{hit.name}</strong>
            <span className="field-hint">
              {[hit.className ?? hit.grade, hit.studentNo].filter(Boolean).join(' · ')}
            </span>
            <Button size="small" onClick={() => onKnown(hit.id)}>
              {t('visits.isThisOne')}
            </Button>
          </div>
        </FormRow>
      ))}
      <FormRow label={t('visits.sex')}>
        <Chips
          label={t('visits.sex')}
          value={sex}
          options={SEXES.map((value) => ({ value, label: t(`codes.sexes.${value}`) }))}
          onChange={setSex}
        />
      </FormRow>
      {kind === 'guest' && (
        <FormRow label={t('visits.className')} htmlFor={`${ids}-class`}>
          <Input id={`${ids}-class`} maxLength={60} value={className} onChange={(e) => setClassName(e.target.value)} />
        </FormRow>
      )}
      {error && <ErrorState error={error} what={t('visits.addFailed')} isTextSafe />}
    </SheetDialog>
  )
}
