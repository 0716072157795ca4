import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

const REASONS = ['crisis', 'standIn', 'handover', 'supervision', 'request', 'check'] as const
type Props = { studentId: string; holder: string; onClose: () => void }

/** Why somebody else's records are opened: one of the usual reasons, own words, or both. Holds until the end of the day. */
export function ReasonSheet({ studentId, holder, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { who } = useWho(studentId)
  const [usual, setUsual] = useState<(typeof REASONS)[number] | null>(null)
  const [words, setWords] = useState('')
  const { write, isPending, error } = useWrite(client.accounts.giveReason, {
    invalidates: ['accounts', 'students', 'visits', 'notes', 'assessments', 'referrals', 'prints'],
  })
  const reason = [usual && t(`accounts.reading.reasons.${usual}`), words.trim()]
    .filter(Boolean)
    .join(t('accounts.reading.colon'))
  return (
    <SheetDialog
      title={t('accounts.reading.title', { name: holder })}
      who={who}
      width={600}
      verb={t('accounts.reading.verb')}
      isBusy={isPending}
      isDisabled={reason.length < 2}
      foot={t('accounts.reading.logged')}
      onSubmit={() => write({ studentId, reason })}
      onClose={onClose}
    >
      <p className="account-lead">{t('accounts.reading.lead', { name: holder })}</p>
      <FormRow label={t('accounts.reading.why')}>
        <Chips
          label={t('accounts.reading.why')}
          options={REASONS.map((value) => ({ value, label: t(`accounts.reading.reasons.${value}`) }))}
          value={usual}
          onChange={setUsual}
        />
      </FormRow>
      <FormRow label={t('accounts.reading.words')} htmlFor={id}>
        <Input
          id={id}
          autoFocus
          maxLength={150}
          placeholder={t('accounts.reading.wordsHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('accounts.reading.failed')} isTextSafe />}
    </SheetDialog>
  )
}
