import { App, Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SEEN_OUTCOMES, type SeenOutcome } from '#contract/code-tables'
import type { Entry } from '#contract/screenings'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { riskTone, useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SavedAt } from '#ui/SavedAt'
import { SheetDialog } from '#ui/SheetDialog'
import { EntryResult } from './EntryResult.tsx'
import { useEarlierWords } from './use-earlier-words.ts'

const focusFirst = (box: HTMLElement | null) => box?.querySelector('button')?.focus()
type Fields = { seenOn: string; outcome: SeenOutcome | null; note: string }

/** The talk in person that a flag asks for: when, what came out of it, and a line about it. */
export function SeenDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation()
  const noteId = useId()
  const codes = useCodes()
  const earlier = useEarlierWords()
  const { message } = App.useApp()
  const { today, riskLevels } = useWorkplace()
  const { value, change, discard, wasRestored, savedAt, hasFailed } = useDraft<Fields>(
    'screening-seen',
    entry.studentId,
    { seenOn: entry.seenOn ?? today, outcome: entry.outcome, note: entry.note },
  )
  const { write, isPending, error } = useWrite(client.screenings.recordSeen, {
    invalidates: ['screenings', 'assessments', 'students', 'audit'],
    onSuccess: () => {
      void discard().catch(() => undefined)
      void message.success(t('screenings.seen.saved', { name: entry.studentName }))
      onClose()
    },
  })
  const isFuture = value.seenOn > today
  const missing = value.outcome === null ? t('screenings.seen.lacksOutcome') : isFuture && t('screenings.seen.future')
  const save = () => {
    if (value.outcome === null || isFuture) return
    write({ roundId: entry.roundId, studentId: entry.studentId, ...value, outcome: value.outcome })
  }
  return (
    <SheetDialog
      title={t('screenings.seen.title')}
      who={{
        name: entry.studentName,
        facts: [entry.className ?? entry.grade, entry.studentNo, earlier(entry)].filter(Boolean).join(' · '),
        tone: entry.urgency ? 'red' : riskTone(entry.earlier.riskRank, riskLevels),
      }}
      verb={t('screenings.seen.verb')}
      isBusy={isPending}
      isDisabled={Boolean(missing)}
      foot={missing || <SavedAt savedAt={savedAt} hasFailed={hasFailed} />}
      onStartAnew={wasRestored ? () => void discard() : undefined}
      onSubmit={save}
      onClose={onClose}
    >
      <FormRow label={t('screenings.columns.result')}>
        <div className="form-row-line">
          <EntryResult entry={entry} />
        </div>
      </FormRow>
      <FormRow label={t('screenings.seen.on')}>
        <DateField
          label={t('screenings.seen.on')}
          value={value.seenOn}
          hasError={isFuture}
          onChange={(seenOn) => seenOn && change({ seenOn })}
        />
      </FormRow>
      <FormRow
        label={t('screenings.seen.outcome')}
        hint={value.outcome === 'false-alarm' && t('screenings.seen.falseAlarm')}
      >
        <div ref={focusFirst}>
          <Chips
            label={t('screenings.seen.outcome')}
            value={value.outcome}
            options={codes('seenOutcomes', SEEN_OUTCOMES)}
            onChange={(outcome) => change({ outcome })}
          />
        </div>
        {value.outcome === 'crisis' && (
          <Button danger size="small" onClick={() => openDialog({ kind: 'crisis', studentId: entry.studentId })}>
            {t('screenings.menu.crisis')}
          </Button>
        )}
      </FormRow>
      <FormRow label={t('screenings.seen.note')} htmlFor={noteId} hint={t('screenings.seen.noteHint')}>
        <Input.TextArea
          id={noteId}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={value.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('screenings.seen.failed')} isTextSafe onRetry={save} />}
    </SheetDialog>
  )
}
