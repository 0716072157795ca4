import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Followup } from '#contract/followups'
import { client } from '#lib/client'
import { useWrite } from '#lib/use-write'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'

/** Another day for it, or none, with the reason. */
export function MoveOrDrop({ one, onDone }: { one: Followup; onDone: () => void }) {
  const { t } = useTranslation()
  const [isDropping, setDropping] = useState(false)
  const about = { followupId: one.id, studentId: one.studentId }
  const then = { invalidates: ['followups', 'cases'] as const, onSuccess: onDone }
  const move = useWrite(client.followups.move, then)
  const drop = useWrite(client.followups.drop, then)
  const failure = move.error ?? drop.error
  return (
    <>
      <FormRow label={t('followups.moveTo')}>
        <div className="form-row-line">
          <DateField
            label={t('followups.moveTo')}
            value={one.dueOn}
            onChange={(dueOn) => dueOn && dueOn !== one.dueOn && move.write({ ...about, dueOn })}
          />
          <Button type="text" onClick={() => setDropping(true)}>
            {t('followups.drop')}
          </Button>
        </div>
      </FormRow>
      {failure && <ErrorState error={failure} what={t('followups.moveFailed')} isTextSafe />}
      {isDropping && (
        <ConfirmDialog
          title={t('followups.dropTitle')}
          verb={t('followups.dropVerb')}
          reasonLabel={t('followups.dropReason')}
          isBusy={drop.isPending}
          onConfirm={(reason) => drop.write({ ...about, reason })}
          onCancel={() => setDropping(false)}
        />
      )}
    </>
  )
}
