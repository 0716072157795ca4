import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { SavedAt } from '#ui/SavedAt'
import { SheetDialog } from '#ui/SheetDialog'
import { emptyReferral, sentReferral } from './referral-form.ts'
import { ReferralRows } from './ReferralRows.tsx'

/** 转介单: what is seen, what was offered, what was chosen, who knows. */
export function ReferralDialog({ request, onClose }: DialogProps<DialogOf<'referral'>>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { studentId, crisisId = null } = request
  const { preferences } = useWorkplace()
  const { who, header } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() => emptyReferral(localNow(), preferences.returnSlipDays, crisisId !== null))
  const draft = useDraft('referral', studentId, empty)
  const fields = draft.value
  const { writeAsync, isPending, error } = useWrite(client.referrals.refer, {
    invalidates: ['referrals', 'students', 'cases'],
  })
  const missing = fields.reason.trim() === '' ? t('referrals.lacksReason') : undefined
  const refer = async () => {
    const made = await writeAsync({ id, studentId, crisisId, fields: sentReferral(fields) }).catch(() => undefined)
    if (!made) return
    await draft.discard().catch(() => undefined)
    onClose()
    await navigate(paths.referral(made.id))
  }
  return (
    <SheetDialog
      title={t('referrals.title')}
      who={who}
      width={860}
      verb={t('referrals.refer')}
      isBusy={isPending}
      isDisabled={missing !== undefined || !draft.isReady}
      foot={missing ?? <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />}
      onSubmit={() => void refer()}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <ReferralRows fields={fields} guardians={header?.student.guardians ?? []} onChange={draft.change} />
      {error && <ErrorState error={error} what={t('referrals.failed')} isTextSafe />}
    </SheetDialog>
  )
}
