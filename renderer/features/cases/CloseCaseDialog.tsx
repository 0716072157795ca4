import './cases.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CLOSE_BLOCKS } from '#contract/cases'
import { CLOSE_REASONS } from '#contract/case-tables'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'

type CloseForm = {
  reason: (typeof CLOSE_REASONS)[number] | null
  closeNote: string
  advice: string
  explanation: string
}
const EMPTY: CloseForm = { reason: null, closeNote: '', advice: '', explanation: '' }

/** 结案: what is still to do first, then why it ends and how it goes on for the student. */
export function CloseCaseDialog({ request, onClose }: DialogProps<DialogOf<'close-case'>>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const codes = useCodes()
  const ids = useId()
  const { studentId, caseId } = request
  const { who, header } = useWho(studentId)
  const { data: blocks, error: readError } = useQuery({
    queryKey: ['cases', 'blocks', caseId],
    queryFn: () => client.cases.closeBlocks({ caseId }),
    staleTime: 0,
  })
  const draft = useDraft('close-case', caseId, EMPTY)
  const { reason, closeNote, advice, explanation } = draft.value
  const isOverstepped = reason === 'relation-overstepped'
  const { write, isPending, error } = useWrite(client.cases.close, {
    invalidates: ['cases', 'students'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
      openDialog({ kind: 'followup-plan', studentId, caseId, cause: 'closure' })
    },
  })
  const stops = (blocks ?? []).filter((block) => block !== 'waiting-referral')
  const missing =
    stops.length > 0
      ? t('cases.firstThese')
      : reason === null
        ? t('cases.lacksReason')
        : closeNote.trim() === ''
          ? t('cases.lacksNote')
          : isOverstepped && explanation.trim() === ''
            ? t('cases.lacksExplanation')
            : undefined
  const goTo: Record<(typeof CLOSE_BLOCKS)[number], string> = {
    'open-crisis': header?.openCrisisId ? paths.crisis(header.openCrisisId) : paths.crises,
    'unsigned-notes': paths.student(studentId),
    'unread-tests': paths.tests,
    'unfinished-review': paths.case(caseId),
    'waiting-referral': paths.crises,
  }
  const go = (path: string) => {
    onClose()
    void navigate(path)
  }

  return (
    <SheetDialog
      title={t('cases.closeTitle')}
      who={who}
      width={680}
      verb={t('cases.closeVerb')}
      isBusy={isPending}
      isDisabled={missing !== undefined || !blocks}
      foot={missing}
      onSubmit={() =>
        reason &&
        write({
          caseId,
          studentId,
          reason,
          closeNote: closeNote.trim(),
          advice: advice.trim(),
          explanation: isOverstepped ? explanation.trim() : '',
        })
      }
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      {readError && <ErrorState error={readError} />}
      {blocks && blocks.length > 0 && (
        <ul className="case-blocks" aria-label={t('cases.toDo')}>
          {blocks.map((block) => (
            <li key={block} className={block === 'waiting-referral' ? 'case-block case-block-mild' : 'case-block'}>
              {t('cases.stillToDo', { what: t(`codes.closeBlocks.${block}`) })}
              <Button size="small" onClick={() => go(goTo[block])}>
                {t(`cases.go.${block}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FormRow label={t('cases.reason')}>
        <Chips
          label={t('cases.reason')}
          value={reason}
          options={codes('closeReasons', CLOSE_REASONS)}
          onChange={(chosen) => draft.change({ reason: chosen })}
        />
      </FormRow>
      {isOverstepped && (
        <FormRow label={t('cases.explanation')} htmlFor={`${ids}-explanation`}>
          <Input.TextArea
            id={`${ids}-explanation`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4000}
            placeholder={t('cases.explanationHint')}
            value={explanation}
            onChange={(event) => draft.change({ explanation: event.target.value })}
          />
        </FormRow>
      )}
      <FormRow label={t('cases.closeNote')} htmlFor={`${ids}-note`}>
        <Input.TextArea
          id={`${ids}-note`}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('cases.closeNoteHint')}
          value={closeNote}
          onChange={(event) => draft.change({ closeNote: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('cases.advice')} htmlFor={`${ids}-advice`}>
        <Input.TextArea
          id={`${ids}-advice`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={4000}
          placeholder={t('cases.adviceHint')}
          value={advice}
          onChange={(event) => draft.change({ advice: event.target.value })}
        />
      </FormRow>
      {error && (
        <ErrorState
          error={error}
          what={error.data.reason === 'already-closed' ? t('cases.alreadyClosed') : t('cases.failed')}
          isTextSafe
        />
      )}
    </SheetDialog>
  )
}
