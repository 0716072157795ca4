import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CRISIS_OUTCOMES, REPORTING_STEPS } from '#contract/code-tables'
import type { Crisis, CrisisEntry } from '#contract/crises'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { showCrisis } from './use-crisis.ts'

type Outcome = (typeof CRISIS_OUTCOMES)[number]
type CloseForm = { outcome: Outcome | null; closeNote: string; missingReason: string }
const EMPTY: CloseForm = { outcome: null, closeNote: '', missingReason: '' }

type Props = { crisis: Crisis; beforeClosing: () => Promise<void>; onClose: () => void }

export function CloseCrisis({ crisis, beforeClosing, onClose }: Props) {
  const { t } = useTranslation()
  const codes = useCodes()
  const ids = useId()
  const { header } = useWho(crisis.studentId)
  const draft = useDraft('close-crisis', crisis.id, EMPTY)
  const { outcome, closeNote, missingReason } = draft.value
  const { writeAsync, isPending, error } = useWrite(client.crises.close, {
    invalidates: ['students', 'cases'],
    onSuccess: showCrisis,
  })
  const isDone = (step: CrisisEntry['step']) =>
    crisis.entries.some((entry) => entry.step === step && entry.struckAt === null)
  const undone = REPORTING_STEPS.filter((step) => !isDone(step))
  const missing =
    outcome === null
      ? t('crises.lacksOutcome')
      : closeNote.trim() === ''
        ? t('crises.lacksNote')
        : undone.length > 0 && missingReason.trim() === ''
          ? t('crises.lacksMissingReason')
          : undefined

  const close = async () => {
    if (!outcome) return
    await beforeClosing().catch(() => undefined)
    const about = { crisisId: crisis.id, studentId: crisis.studentId }
    const closed = await writeAsync({
      ...about,
      outcome,
      closeNote: closeNote.trim(),
      missingReason: undone.length > 0 ? missingReason.trim() : '',
    }).catch(() => undefined)
    if (!closed) return
    await draft.discard().catch(() => undefined)
    onClose()
    const caseId = header?.openCase?.id
    if (caseId) openDialog({ kind: 'followup-plan', studentId: crisis.studentId, caseId, cause: 'crisis' })
  }
  return (
    <SheetDialog
      title={t('crises.closeTitle')}
      width={620}
      verb={t('crises.closeVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined}
      foot={missing}
      onSubmit={() => void close()}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <FormRow label={t('crises.outcome')}>
        <Chips
          label={t('crises.outcome')}
          value={outcome}
          options={codes('crisisOutcomes', CRISIS_OUTCOMES)}
          onChange={(chosen) => draft.change({ outcome: chosen })}
        />
      </FormRow>
      <FormRow label={t('crises.closeNote')} htmlFor={`${ids}-note`}>
        <Input.TextArea
          id={`${ids}-note`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('crises.closeNoteHint')}
          value={closeNote}
          onChange={(event) => draft.change({ closeNote: event.target.value })}
        />
      </FormRow>
      {undone.length > 0 && (
        <FormRow
          label={t('crises.missing')}
          htmlFor={`${ids}-missing`}
          hint={t('crises.missingHint', {
            steps: undone.map((step) => t(`codes.crisisSteps.${step}`)).join(t('crises.comma')),
          })}
        >
          <Input
            id={`${ids}-missing`}
            maxLength={200}
            value={missingReason}
            onChange={(event) => draft.change({ missingReason: event.target.value })}
          />
        </FormRow>
      )}
      {error && <ErrorState error={error} what={t('crises.closeFailed')} isTextSafe />}
    </SheetDialog>
  )
}
