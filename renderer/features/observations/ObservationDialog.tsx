import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GRAVE_SIGNS } from '#contract/contact-tables'
import type { ObservationFields } from '#contract/observations'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { StudentFinder } from '#ui/StudentFinder'
import { ObservationRows } from './ObservationRows.tsx'

/** 班级心理动态报告表, copied from the paper form: about whom first. */
export function ObservationDialog({ request, onClose }: DialogProps<DialogOf<'observation'>>) {
  const { t } = useTranslation()
  const [studentId, setStudentId] = useState(request.studentId)
  if (!studentId) return <StudentFinder title={t('observations.who')} onFound={setStudentId} onClose={onClose} />
  return <NewObservation studentId={studentId} onClose={onClose} />
}

function NewObservation({ studentId, onClose }: { studentId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState((): ObservationFields => ({
    observedOn: today,
    reporter: '',
    reporterRole: 'class-teacher',
    signs: [],
    text: '',
    urgency: 'routine',
    doneAlready: '',
  }))
  const draft = useDraft('observation', studentId, empty)
  const fields = draft.value
  const { write, isPending, error } = useWrite(client.observations.register, {
    invalidates: ['observations', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lacks =
    fields.reporter.trim() === ''
      ? t('observations.lacksReporter')
      : fields.signs.length === 0 && fields.text.trim() === ''
        ? t('observations.lacksSigns')
        : undefined
  const change = (part: Partial<ObservationFields>) => {
    const isGrave = part.signs?.some((sign) => GRAVE_SIGNS.includes(sign)) ?? false
    draft.change(isGrave ? { ...part, urgency: 'urgent' } : part)
  }
  return (
    <SheetDialog
      title={t('observations.register')}
      who={who}
      width={820}
      verb={t('observations.keep')}
      isBusy={isPending}
      isDisabled={lacks !== undefined || !draft.isReady}
      foot={lacks}
      onSubmit={() => write({ id, studentId, fields })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <ObservationRows fields={fields} headTeacher={header?.student.headTeacher ?? null} onChange={change} />
      {error && <ErrorState error={error} what={t('observations.keepFailed')} isTextSafe />}
    </SheetDialog>
  )
}
