import './contacts.css'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_OUTCOMES } from '#contract/contact-tables'
import type { FeedbackLine } from '#contract/contacts'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { localNow } from '#lib/format'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

/** In this order: the student first, the parent last, once the student is home. */
const ASKED = ['student', 'class-teacher', 'guardian'] as const
type Line = Pick<FeedbackLine, 'outcome' | 'note'>
const EMPTY: Record<(typeof ASKED)[number], Line> = {
  student: { outcome: 'not-reached', note: '' },
  'class-teacher': { outcome: 'not-reached', note: '' },
  guardian: { outcome: 'not-reached', note: '' },
}

/** 首次辅导后的三方反馈: student, teacher, parent; each spoken with, not reached or not permitted. */
export function FeedbackDialog({ request, onClose }: DialogProps<DialogOf<'first-feedback'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const { studentId } = request
  const { who } = useWho(studentId)
  const [ids] = useState(() => ASKED.map(() => crypto.randomUUID()))
  const draft = useDraft('first-feedback', studentId, EMPTY)
  const { write, isPending, error } = useWrite(client.contacts.recordFeedback, {
    invalidates: ['contacts', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lines = draft.value
  const save = () =>
    write({
      studentId,
      at: localNow(),
      lines: ASKED.map((relation, i) => ({ id: ids[i] ?? '', relation, ...lines[relation] })),
    })
  return (
    <SheetDialog
      title={t('contacts.feedbackTitle')}
      who={who}
      width={720}
      verb={t('contacts.keep')}
      isBusy={isPending}
      isDisabled={!draft.isReady}
      onSubmit={save}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">{t('contacts.feedbackHint')}</p>
      {ASKED.map((relation) => (
        <FormRow key={relation} label={t(`contacts.asked.${relation}`)}>
          <Chips
            label={t(`contacts.asked.${relation}`)}
            value={lines[relation].outcome}
            options={codes('contactOutcomes', CONTACT_OUTCOMES)}
            onChange={(outcome) => draft.change({ [relation]: { ...lines[relation], outcome } })}
          />
          {lines[relation].outcome === 'reached' && (
            <Input.TextArea
              aria-label={t('contacts.said', { who: t(`contacts.asked.${relation}`) })}
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={2000}
              value={lines[relation].note}
              onChange={(event) => draft.change({ [relation]: { ...lines[relation], note: event.target.value } })}
            />
          )}
        </FormRow>
      ))}
      {error && <ErrorState error={error} what={t('contacts.failed')} isTextSafe />}
    </SheetDialog>
  )
}
