import { Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEEN_OUTCOMES } from '#contract/code-tables'
import type { SeenOutcome } from '#contract/code-tables'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { assessmentQueries } from './queries.ts'

type Seen = { seenOn: string; outcome: SeenOutcome | null; note: string }

/** 记录面谈: when the student was seen, what came of it. */
export function TaskDialog({ request, onClose }: DialogProps<DialogOf<'task'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, taskId } = request
  const { today } = useWorkplace()
  const language = currentLanguage()
  const { who } = useWho(studentId)
  const { data: tasks } = useQuery(assessmentQueries.tasks())
  const task = tasks?.find(({ id }) => id === taskId)
  const [empty] = useState((): Seen => ({ seenOn: today, outcome: null, note: '' }))
  const draft = useDraft('task', taskId, empty)
  const { seenOn, outcome, note } = draft.value
  const { write, isPending, error } = useWrite(client.assessments.closeTask, {
    invalidates: ['assessments', 'students', 'screenings'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
      if (outcome === 'crisis') openDialog({ kind: 'crisis', studentId })
      if (outcome === 'referred') openDialog({ kind: 'referral', studentId })
    },
  })
  const missing = [outcome === null && t('assessments.seen.outcome'), note.trim() === '' && t('assessments.seen.note')]
    .filter(Boolean)
    .join(t('assessments.course.comma'))
  return (
    <SheetDialog
      title={t('assessments.seen.title')}
      who={who}
      verb={t(
        outcome === 'crisis'
          ? 'assessments.seen.saveToCrisis'
          : outcome === 'referred'
            ? 'assessments.seen.saveToReferral'
            : 'assessments.seen.save',
      )}
      isBusy={isPending}
      isDisabled={missing !== '' || !draft.isReady}
      foot={missing && t('assessments.seen.lacks', { what: missing })}
      onSubmit={() => outcome && write({ taskId, studentId, seenOn, outcome, note: note.trim() })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      {task && (
        <ul className="seen-about">
          {task.critical.map(({ item, question, answer }) => (
            <li key={item}>
              {bothIn(language, question)} <strong>{bothIn(language, answer)}</strong>
            </li>
          ))}
          {task.blanks.map(({ item, question }) => (
            <li key={item}>
              {bothIn(language, question)} <strong>{t('assessments.answers.blank')}</strong>
            </li>
          ))}
        </ul>
      )}
      <FormRow label={t('assessments.seen.on')}>
        <DateField
          label={t('assessments.seen.on')}
          value={seenOn}
          onChange={(day) => day && draft.change({ seenOn: day })}
        />
      </FormRow>
      <FormRow label={t('assessments.seen.outcome')}>
        <Chips
          label={t('assessments.seen.outcome')}
          value={outcome}
          options={codes('seenOutcomes', SEEN_OUTCOMES)}
          onChange={(chosen) => draft.change({ outcome: chosen })}
        />
      </FormRow>
      <FormRow label={t('assessments.seen.note')} htmlFor={`${ids}-note`} hint={t('assessments.seen.noteRule')}>
        <Input.TextArea
          id={`${ids}-note`}
          autoFocus
          autoSize={{ minRows: 4, maxRows: 10 }}
          maxLength={2000}
          placeholder={t('assessments.seen.noteHint')}
          value={note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('assessments.seen.failed')} isTextSafe />}
    </SheetDialog>
  )
}
