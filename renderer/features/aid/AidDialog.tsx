import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AidFields, AidReferral } from '#contract/aid'
import { AID_AGREED, AID_KINDS, EXCEPTION_GROUNDS } from '#contract/contact-tables'
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
import { aidQueries } from './queries.ts'

const emptyAid = (onDay: string): AidFields => ({
  onDay,
  kind: 'subsidy',
  office: '',
  reason: '',
  told: '',
  agreedBy: [],
  exceptionGround: null,
  answerDue: null,
})
const fieldsOf = ({
  id: _id,
  no: _no,
  studentId: _studentId,
  state: _state,
  answeredOn: _answeredOn,
  outcome: _outcome,
  enteredBy: _by,
  enteredAt: _at,
  ...fields
}: AidReferral): AidFields => fields

/** What a referral still lacks; null when it can be sent. */
const lackOf = ({ office, told, agreedBy, exceptionGround }: AidFields): 'office' | 'told' | 'ground' | null => {
  if (office.trim() === '') return 'office'
  if (told.trim() === '') return 'told'
  return agreedBy.length === 0 && exceptionGround === null ? 'ground' : null
}

/** 资助转介: to which office, with whose consent, and exactly what it is told. */
export function AidDialog({ request, onClose }: DialogProps<DialogOf<'aid'>>) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const { studentId, referral } = request
  const { today } = useWorkplace()
  const { who } = useWho(studentId)
  const rules = useQuery(aidQueries.rules).data
  const [id] = useState(() => crypto.randomUUID())
  const [empty] = useState(() => (referral ? fieldsOf(referral) : emptyAid(today)))
  const draft = useDraft(referral ? 'aid-change' : 'aid', referral?.id ?? studentId, empty)
  const fields = draft.value
  const done = {
    invalidates: ['aid', 'students'] as const,
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  }
  const refer = useWrite(client.aid.refer, done)
  const update = useWrite(client.aid.update, done)
  const error = refer.error ?? update.error
  const lack = lackOf(fields)
  const isAgreed = fields.agreedBy.length > 0
  const sent: AidFields = {
    ...fields,
    office: fields.office.trim(),
    told: fields.told.trim(),
    exceptionGround: isAgreed ? null : fields.exceptionGround,
  }
  const save = () =>
    referral
      ? update.write({ aidId: referral.id, studentId, fields: sent })
      : refer.write({ id, studentId, fields: sent })
  return (
    <SheetDialog
      title={t(referral ? 'aid.change' : 'aid.referTitle')}
      who={who}
      width={760}
      verb={t(referral ? 'aid.save' : 'aid.keep')}
      isBusy={refer.isPending || update.isPending}
      isDisabled={lack !== null || !draft.isReady}
      foot={lack ? t(`aid.lacks.${lack}`) : undefined}
      onSubmit={save}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('aid.onDay')}>
        <DateField
          label={t('aid.onDay')}
          value={fields.onDay}
          onChange={(onDay) => onDay !== null && draft.change({ onDay })}
        />
      </FormRow>
      <FormRow label={t('aid.office')} htmlFor={`${ids}-office`}>
        <AutoComplete
          id={`${ids}-office`}
          autoFocus
          style={{ width: 320 }}
          maxLength={200}
          placeholder={t('aid.officeHint')}
          options={(rules?.offices ?? []).map((value) => ({ value }))}
          value={fields.office}
          onChange={(office: string) => draft.change({ office })}
        />
      </FormRow>
      <FormRow label={t('aid.kind')}>
        <Chips
          label={t('aid.kind')}
          value={fields.kind}
          options={codes('aidKinds', AID_KINDS)}
          onChange={(kind) => draft.change({ kind })}
        />
      </FormRow>
      <FormRow label={t('aid.reason')} htmlFor={`${ids}-reason`} hint={t('aid.reasonHint')}>
        <Input.TextArea
          id={`${ids}-reason`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={4000}
          value={fields.reason}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('aid.told')} htmlFor={`${ids}-told`} hint={t('aid.toldHint')}>
        <Input.TextArea
          id={`${ids}-told`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={fields.told}
          onChange={(event) => draft.change({ told: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('aid.agreedBy')} hint={t('aid.agreedHint')}>
        <Chips
          label={t('aid.agreedBy')}
          isMultiple
          value={fields.agreedBy}
          options={codes('aidAgreed', AID_AGREED)}
          onChange={(agreedBy) => draft.change({ agreedBy })}
        />
      </FormRow>
      {!isAgreed && (
        <FormRow label={t('aid.ground')} hint={t('aid.notAgreed')}>
          <Chips
            label={t('aid.ground')}
            value={fields.exceptionGround}
            options={codes('exceptionGrounds', EXCEPTION_GROUNDS)}
            onChange={(exceptionGround) => draft.change({ exceptionGround })}
          />
        </FormRow>
      )}
      <FormRow label={t('aid.answerDue')} hint={rules && t('aid.answerDueHint', { count: rules.answerDays })}>
        <DateField
          label={t('aid.answerDue')}
          isClearable
          value={fields.answerDue}
          onChange={(answerDue) => draft.change({ answerDue })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('aid.failed')} isTextSafe />}
    </SheetDialog>
  )
}
