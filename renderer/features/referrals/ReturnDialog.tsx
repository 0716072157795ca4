import { Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RETURN_ADVICE } from '#contract/code-tables'
import type { ReturnSlip } from '#contract/referrals'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { referralQuery } from './queries.ts'

/** 转介回执: what came back, in the institution's words. */
export function ReturnDialog({ request, onClose }: DialogProps<DialogOf<'return'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, referralId } = request
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const { data: referral } = useQuery(referralQuery(referralId))
  const [empty] = useState((): ReturnSlip => ({
    returnedOn: today,
    seenOn: null,
    broughtBy: '',
    advice: [],
    words: '',
    nextCheckOn: null,
  }))
  const draft = useDraft('return', referralId, empty)
  const slip = draft.value
  const { write, isPending, error } = useWrite(client.referrals.recordReturn, {
    invalidates: ['referrals', 'students', 'cases'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const from = referral && (referral.institution || t(`codes.institutions.${referral.institutionKind}`))
  const hasNothing = slip.advice.length === 0 && slip.words.trim() === '' && slip.broughtBy.trim() === ''
  return (
    <SheetDialog
      title={t('referrals.returnTitle', { no: referral?.no ?? '' })}
      who={who}
      width={720}
      verb={t('referrals.record')}
      isBusy={isPending}
      isDisabled={hasNothing || !draft.isReady}
      foot={hasNothing ? t('referrals.lacksReturn') : undefined}
      onSubmit={() => write({ referralId, studentId, slip: { ...slip, broughtBy: slip.broughtBy.trim() } })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('referrals.from')}>
        <div className="form-row-line">{[from, referral?.department].filter(Boolean).join(' · ')}</div>
      </FormRow>
      <FormRow label={t('referrals.returnedOn')}>
        <div className="form-row-line">
          <DateField
            label={t('referrals.returnedOn')}
            value={slip.returnedOn}
            onChange={(returnedOn) => returnedOn && draft.change({ returnedOn })}
          />
          {t('referrals.seenOn')}
          <DateField
            label={t('referrals.seenOn')}
            value={slip.seenOn}
            isClearable
            onChange={(seenOn) => draft.change({ seenOn })}
          />
        </div>
      </FormRow>
      <FormRow label={t('referrals.broughtBy')} htmlFor={`${ids}-by`}>
        <Input
          id={`${ids}-by`}
          autoFocus
          maxLength={200}
          placeholder={t('referrals.broughtByHint')}
          value={slip.broughtBy}
          onChange={(event) => draft.change({ broughtBy: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('referrals.advice')}>
        <Chips
          label={t('referrals.advice')}
          isMultiple
          value={slip.advice}
          options={codes('returnAdvice', RETURN_ADVICE)}
          onChange={(advice) => draft.change({ advice })}
        />
      </FormRow>
      <FormRow label={t('referrals.words')} htmlFor={`${ids}-words`} hint={t('referrals.wordsRule')}>
        <Input.TextArea
          id={`${ids}-words`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('referrals.wordsHint')}
          value={slip.words}
          onChange={(event) => draft.change({ words: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('referrals.nextCheckOn')}>
        <DateField
          label={t('referrals.nextCheckOn')}
          value={slip.nextCheckOn}
          isClearable
          onChange={(nextCheckOn) => draft.change({ nextCheckOn })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('referrals.returnFailed')} isTextSafe />}
    </SheetDialog>
  )
}
