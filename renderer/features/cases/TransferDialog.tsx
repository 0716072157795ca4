import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CLIENT_VIEWS } from '#contract/case-tables'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { caseQueries } from '#lib/case-queries'

type Form = { toId: string | null; clientView: (typeof CLIENT_VIEWS)[number] | null; note: string }
const EMPTY: Form = { toId: null, clientView: null, note: '' }

/** 校内转介: one case goes to a colleague, with what she has to know and what the student says to it (S43). */
export function TransferDialog({ request, onClose }: DialogProps<DialogOf<'transfer'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { studentId, caseId } = request
  const { accounts } = useWorkplace()
  const { who } = useWho(studentId)
  const { data: one } = useQuery(caseQueries.one(caseId))
  const draft = useDraft('transfer', caseId, EMPTY)
  const { toId, clientView, note } = draft.value
  const others = accounts.filter(({ id, roles }) => id !== one?.counselorId && roles.includes('counselor'))
  const { write, isPending, error } = useWrite(client.accounts.handOver, {
    invalidates: ['accounts', 'cases', 'students', 'visits'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const missing =
    others.length === 0
      ? t('case-standing.nobodyToTransfer')
      : toId === null
        ? t('case-standing.lacksTo')
        : clientView === null
          ? t('case-standing.lacksView')
          : note.trim() === ''
            ? t('case-standing.lacksHandover')
            : undefined
  return (
    <SheetDialog
      title={t('case-standing.transferTitle')}
      who={who}
      width={680}
      verb={t('case-standing.transferVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() =>
        toId && clientView && missing === undefined && write({ caseIds: [caseId], toId, clientView, note: note.trim() })
      }
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('case-standing.transferTo')}>
        <Chips
          label={t('case-standing.transferTo')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={toId}
          onChange={(chosen) => draft.change({ toId: chosen })}
        />
      </FormRow>
      <FormRow label={t('case-standing.clientView')} hint={t('case-standing.clientViewHint')}>
        <Chips
          label={t('case-standing.clientView')}
          options={codes('clientViews', CLIENT_VIEWS)}
          value={clientView}
          onChange={(chosen) => draft.change({ clientView: chosen })}
        />
      </FormRow>
      <FormRow label={t('case-standing.handoverNote')} htmlFor={`${ids}-note`}>
        <Input.TextArea
          id={`${ids}-note`}
          autoSize={{ minRows: 4, maxRows: 10 }}
          maxLength={4000}
          placeholder={t('case-standing.handoverHint')}
          value={note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('case-standing.transferFailed')} isTextSafe />}
    </SheetDialog>
  )
}
