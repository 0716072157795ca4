import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ENTRY_BASES, type EntryBasis } from '#contract/entry-tables'
import { caseQueries } from '#lib/case-queries'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

/** Null: as it stands. */
const EMPTY = { basis: null as EntryBasis | null, note: null as string | null }

/** 来访方式 (S17): of the student's own will, brought and agreeing, or sought out in a crisis. */
export function EntryDialog({ request, onClose }: DialogProps<DialogOf<'entry'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const id = useId()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const { data } = useQuery(caseQueries.progress(caseId))
  const draft = useDraft('entry', caseId, EMPTY)
  const basis = draft.value.basis ?? data?.entry?.basis ?? null
  const note = draft.value.note ?? data?.entry?.note ?? ''
  const { write, isPending, error } = useWrite(client.cases.setEntry, {
    invalidates: ['cases'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const lacks = basis === null ? t('case-standing.lacksEntry') : undefined
  return (
    <SheetDialog
      title={t('case-standing.entryTitle')}
      who={who}
      width={600}
      verb={t('case-standing.entryVerb')}
      isBusy={isPending}
      isDisabled={lacks !== undefined || !draft.isReady}
      foot={lacks}
      onSubmit={() => basis && write({ caseId, studentId, fields: { basis, note: note.trim() } })}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="field-hint">{t('case-standing.entryHint')}</p>
      <FormRow label={t('case-standing.entry')}>
        <Chips
          label={t('case-standing.entry')}
          value={basis}
          options={codes('entryBases', ENTRY_BASES)}
          onChange={(chosen) => draft.change({ basis: chosen })}
        />
      </FormRow>
      <FormRow label={t('case-standing.entryNote')} htmlFor={id}>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={1000}
          placeholder={t('case-standing.entryNoteHint')}
          value={note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('case-standing.entryFailed')} isTextSafe />}
    </SheetDialog>
  )
}
