import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#contract/calendar'
import { LETTER_WRITERS } from '#contract/contact-tables'
import type { LetterFields } from '#contract/letters'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useContactRules } from '#lib/contact-rules'
import { useMay } from '#lib/rights'
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
import { StudentFinder } from '#ui/StudentFinder'

type Form = LetterFields & { studentId: string | null }

/** 登记来信: when it came, signed or not, whose it may be, who answers. What it says is for the counselor. */
export function LetterDialog({ onClose }: DialogProps<DialogOf<'letter'>>) {
  const { t } = useTranslation()
  const ids = useId()
  const codes = useCodes()
  const may = useMay()
  const { today, me, accounts } = useWorkplace()
  const rules = useContactRules()
  const [id] = useState(() => crypto.randomUUID())
  const [isFinding, setFinding] = useState(false)
  const counselors = accounts.filter(({ roles }) => roles.includes('counselor'))
  const [empty] = useState((): Form => ({
    studentId: null,
    receivedOn: today,
    writer: 'anonymous',
    summary: '',
    isRisk: false,
    assignedTo: counselors.some((one) => one.id === me.id) ? me.id : (counselors[0]?.id ?? null),
    replyDue: null,
  }))
  const draft = useDraft('letter', '', empty)
  const form = draft.value
  const { who } = useWho(form.studentId)
  const { write, isPending, error } = useWrite(client.letters.register, {
    invalidates: ['letters', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  if (isFinding)
    return (
      <StudentFinder
        title={t('letters.whose')}
        onFound={(studentId) => {
          draft.change({ studentId, writer: 'signed' })
          setFinding(false)
        }}
        onClose={() => setFinding(false)}
      />
    )
  const { studentId, ...fields } = form
  return (
    <SheetDialog
      title={t('letters.register')}
      who={who}
      width={720}
      verb={t('letters.keep')}
      isBusy={isPending}
      isDisabled={!draft.isReady}
      onSubmit={() => write({ id, studentId: form.writer === 'signed' ? studentId : null, fields })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('letters.receivedOn')}>
        <DateField
          label={t('letters.receivedOn')}
          value={form.receivedOn}
          onChange={(receivedOn) => receivedOn && draft.change({ receivedOn })}
        />
      </FormRow>
      <FormRow label={t('letters.writer')}>
        <div className="form-row-line">
          <Chips
            label={t('letters.writer')}
            value={form.writer}
            options={codes('letterWriters', LETTER_WRITERS)}
            onChange={(writer) => draft.change({ writer })}
          />
          {form.writer === 'signed' && (
            <button type="button" className="text-button" onClick={() => setFinding(true)}>
              {t(studentId ? 'letters.otherStudent' : 'letters.findStudent')}
            </button>
          )}
        </div>
      </FormRow>
      {may('letters.get') && (
        <FormRow label={t('letters.summary')} htmlFor={`${ids}-summary`} hint={t('letters.summaryHint')}>
          <Input.TextArea
            id={`${ids}-summary`}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={4000}
            value={form.summary}
            onChange={(event) => draft.change({ summary: event.target.value })}
          />
        </FormRow>
      )}
      <FormRow label={t('letters.riskLabel')}>
        <Checkbox checked={form.isRisk} onChange={(event) => draft.change({ isRisk: event.target.checked })}>
          {t('letters.riskHint')}
        </Checkbox>
      </FormRow>
      {accounts.length > 1 && (
        <FormRow label={t('letters.assignedTo')}>
          <Chips
            label={t('letters.assignedTo')}
            value={form.assignedTo}
            options={counselors.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(assignedTo) => draft.change({ assignedTo })}
          />
        </FormRow>
      )}
      <FormRow label={t('letters.replyDue')} hint={t('letters.replyDueHint', { n: rules.letterDays })}>
        <DateField
          label={t('letters.replyDue')}
          value={form.replyDue ?? addDays(form.receivedOn, rules.letterDays)}
          onChange={(replyDue) => draft.change({ replyDue })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('letters.keepFailed')} isTextSafe />}
    </SheetDialog>
  )
}
