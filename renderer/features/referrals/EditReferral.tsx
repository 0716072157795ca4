import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral, ReferralFields } from '#contract/referrals'
import { client } from '#lib/client'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { sentReferral } from './referral-form.ts'
import { ReferralRows } from './ReferralRows.tsx'

export function EditReferral({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation()
  const { who, header } = useWho(referral.studentId)
  const [changes, setChanges] = useState<Partial<ReferralFields>>({})
  const fields = { ...referral, ...changes }
  const { write, isPending, error } = useWrite(client.referrals.update, {
    invalidates: ['referrals', 'students'],
    onSuccess: onClose,
  })
  const save = () => {
    const sent = sentReferral(fields)
    const changed = Object.fromEntries(
      (Object.keys(changes) as (keyof ReferralFields)[]).map((field) => [field, sent[field]]),
    )
    write({ referralId: referral.id, studentId: referral.studentId, fields: changed })
  }
  return (
    <SheetDialog
      title={t('referrals.editTitle', { no: referral.no })}
      who={who}
      width={860}
      verb={t('frame.save')}
      isBusy={isPending}
      isDisabled={fields.reason.trim() === '' || Object.keys(changes).length === 0}
      onSubmit={save}
      onClose={onClose}
    >
      <ReferralRows
        fields={fields}
        guardians={header?.student.guardians ?? []}
        onChange={(part) => setChanges({ ...changes, ...part })}
      />
      {error && <ErrorState error={error} what={t('referrals.saveFailed')} isTextSafe />}
    </SheetDialog>
  )
}
