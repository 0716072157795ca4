import { useTranslation } from 'react-i18next'
import type { Entry } from '#contract/screenings'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { ErrorState } from '#ui/ErrorState'

export type Marking = { entry: Entry; what: 'absent' | 'excused' | 'due' | 'flag' | 'unflag' }
const CHANGES = {
  absent: { state: 'absent' },
  excused: { state: 'excused' },
  due: { state: 'due' },
  flag: { flagged: true },
  unflag: { flagged: false },
} as const

/** Absent, excused, due again, flagged or not, by hand: always with a reason. */
export function MarkDialog({ marking: { entry, what }, onClose }: { marking: Marking; onClose: () => void }) {
  const { t } = useTranslation()
  const { write, isPending, error } = useWrite(client.screenings.setEntry, {
    invalidates: ['screenings'],
    onSuccess: onClose,
  })
  return (
    <ConfirmDialog
      title={t(`screenings.mark.${what}.title`, { name: entry.studentName })}
      verb={t(`screenings.mark.${what}.verb`)}
      isBusy={isPending}
      reasonLabel={t('screenings.mark.reason')}
      onConfirm={(reason) => write({ roundId: entry.roundId, studentId: entry.studentId, ...CHANGES[what], reason })}
      onCancel={onClose}
    >
      <p className="field-hint">{t(`screenings.mark.${what}.hint`)}</p>
      {error && <ErrorState error={error} what={t('screenings.mark.failed')} isTextSafe />}
    </ConfirmDialog>
  )
}
