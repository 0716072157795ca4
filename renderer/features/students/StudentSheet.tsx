import { AutoComplete, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SEXES } from '#contract/code-tables'
import { client } from '#lib/client'
import { paths } from '#lib/paths'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SavedAt } from '#ui/SavedAt'
import { SheetDialog } from '#ui/SheetDialog'
import { GuardianRows } from './GuardianRows.tsx'
import { classChosen, fieldsOf, guardiansOf } from './student-form.ts'
import type { StudentForm } from './student-form.ts'

type Props = { studentId: string | null; start: StudentForm; onClose: () => void }
const LINES = ['studentNo', 'headTeacher', 'dormitory', 'phone', 'address'] as const

export function StudentSheet({ studentId, start, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const navigate = useNavigate()
  const { classes } = useWorkplace()
  const [newId] = useState(() => crypto.randomUUID())
  const draft = useDraft('student', studentId ?? '', start)
  const { value: form, change } = draft
  const done = (goTo: string | null) => {
    void draft.discard().catch(() => undefined)
    onClose()
    if (goTo) void navigate(paths.student(goTo))
  }
  const add = useWrite(client.students.add, { invalidates: ['students'], onSuccess: (student) => done(student.id) })
  const update = useWrite(client.students.update, { invalidates: ['students', 'visits'], onSuccess: () => done(null) })
  const error = add.error ?? update.error
  const send = () => {
    const fields = fieldsOf(form)
    const guardians = guardiansOf(form)
    if (studentId === null) add.write({ id: newId, fields, guardians })
    else update.write({ studentId, fields, guardians })
  }
  const isAlias = form.kind === 'alias'

  return (
    <SheetDialog
      title={t(studentId === null ? 'students.form.add' : 'students.form.edit')}
      width={640}
      verb={t('students.form.save')}
      isBusy={add.isPending || update.isPending}
      isDisabled={!draft.isReady || form.name.trim() === ''}
      foot={isAlias ? t('students.form.aliasHint') : <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />}
      extra={studentId !== null && <EarlierButton record="student" recordId={studentId} studentId={studentId} />}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <FormRow label={t('students.name')} htmlFor={`${id}-name`}>
        <Input
          id={`${id}-name`}
          autoFocus
          maxLength={60}
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('students.sex')}>
        <Chips
          label={t('students.sex')}
          options={SEXES.map((sex) => ({ value: sex, label: t(`codes.sexes.${sex}`) }))}
          value={form.sex}
          onChange={(sex) => change({ sex })}
        />
      </FormRow>
      <FormRow label={t('students.form.className')} htmlFor={`${id}-class`}>
        <AutoComplete
          id={`${id}-class`}
          style={{ width: '100%' }}
          options={classes.map(({ name }) => ({ value: name }))}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
          value={form.className}
          onChange={(className: string) => change(classChosen(className, classes))}
        />
      </FormRow>
      {!isAlias && (
        <>
          <FormRow label={t('students.form.birthDate')}>
            <DateField
              label={t('students.form.birthDate')}
              isClearable
              value={form.birthDate}
              onChange={(birthDate) => change({ birthDate })}
            />
          </FormRow>
          {LINES.map((line) => (
            <FormRow key={line} label={t(labelOf[line])} htmlFor={`${id}-${line}`}>
              <Input
                id={`${id}-${line}`}
                maxLength={200}
                value={form[line]}
                onChange={(event) => change({ [line]: event.target.value })}
              />
            </FormRow>
          ))}
          <FormRow label={t('students.form.guardians')}>
            <GuardianRows guardians={form.guardians} onChange={(guardians) => change({ guardians })} />
          </FormRow>
        </>
      )}
      <FormRow label={t('students.form.note')} htmlFor={`${id}-note`}>
        <Input.TextArea
          id={`${id}-note`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={2000}
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('students.form.notSaved')} isTextSafe />}
    </SheetDialog>
  )
}

const labelOf = {
  studentNo: 'students.form.studentNo',
  headTeacher: 'students.headTeacher',
  dormitory: 'students.dormitory',
  phone: 'students.form.phone',
  address: 'students.form.address',
}
