import './archives.css'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive, LogToLookAt } from '#contract/archives'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { keyOf } from './log-key.ts'
import { LogsToLookAt } from './LogsToLookAt.tsx'
import { archiveQueries } from './queries.ts'

/** What a case is made of: no word of it may stay on the screen. */
const HELD = [
  'aid',
  'appointments',
  'archives',
  'attachments',
  'cases',
  'conferences',
  'consents',
  'contacts',
  'days',
  'drafts',
  'followups',
  'growth',
  'intakes',
  'letters',
  'notes',
  'observations',
  'plans',
  'privates',
  'referrals',
  'stages',
  'reviews',
  'revisions',
  'risks',
  'students',
  'visits',
  'waits',
] as const
type Props = DialogProps<DialogOf<'destroy'>>
const EMPTY = { reason: '', earlyReason: '', method: '', approvedBy: '', isOnPaper: true, witness: '' }
type Text = Exclude<keyof typeof EMPTY, 'isOnPaper'>

/** 销毁 (S61): two names, the number typed, and what stays said before. It cannot be undone. */
export function DestroyDialog(props: Props) {
  const { data } = useQuery(archiveQueries.of(props.request.caseId))
  return data?.archive && !data.archive.destruction ? <DestroySheet archive={data.archive} {...props} /> : null
}

function DestroySheet({ request, archive, onClose }: Props & { archive: Archive }) {
  const { t } = useTranslation()
  const ids = useId()
  const { today } = useWorkplace()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const [id] = useState(() => crypto.randomUUID())
  const draft = useDraft('destroy', caseId, EMPTY)
  /** Typed anew each time: it says that this file is meant. */
  const [archiveNo, setArchiveNo] = useState('')
  const form = draft.value
  const isEarly = archive.keepUntil === null || archive.keepUntil > today
  const said = (key: Text): string => form[key].trim()
  const logs = useQuery(archiveQueries.logs(caseId))
  const [ticked, setTicked] = useState<Record<string, boolean>>({})
  const isTicked = (log: LogToLookAt): boolean => log.remarks !== null && (ticked[keyOf(log)] ?? log.isNamed)
  const { write, isPending, error } = useWrite(client.archives.destroy, {
    invalidates: HELD,
    onSuccess: () =>
      void draft
        .discard()
        .catch(() => undefined)
        .then(onClose),
  })
  const missing =
    said('reason') === ''
      ? t('archives.lacksReason')
      : isEarly && said('earlyReason') === ''
        ? t('archives.lacksEarly')
        : said('method') === ''
          ? t('archives.lacksMethod')
          : said('approvedBy') === ''
            ? t('archives.lacksApproved')
            : said('witness') === '' || said('witness') === said('approvedBy')
              ? t('archives.lacksWitness')
              : archiveNo.trim() !== archive.no
                ? t('archives.lacksNo')
                : undefined
  const input = (key: Text, hint?: string) => (
    <Input
      id={`${ids}-${key}`}
      maxLength={200}
      placeholder={hint}
      value={form[key]}
      onChange={(event) => draft.change({ [key]: event.target.value })}
    />
  )
  const field = (key: Text, label: string, hint?: string) => (
    <FormRow label={label} htmlFor={`${ids}-${key}`}>
      {input(key, hint)}
    </FormRow>
  )
  return (
    <SheetDialog
      title={t('archives.destroyTitle')}
      who={who}
      width={640}
      verb={t('archives.destroyVerb')}
      isDanger
      isBusy={isPending}
      isDisabled={missing !== undefined || !logs.data || !draft.isReady}
      foot={missing}
      onSubmit={() =>
        write({
          id,
          studentId,
          caseId,
          isOnPaper: form.isOnPaper,
          archiveNo: archiveNo.trim(),
          reason: said('reason'),
          earlyReason: isEarly ? said('earlyReason') : '',
          method: said('method'),
          approvedBy: said('approvedBy'),
          witness: said('witness'),
          logs: (logs.data ?? []).filter(isTicked).map(({ day, userId }) => ({ day, userId })),
        })
      }
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="archive-warning">{t('archives.destroyHint')}</p>
      <p className="field-hint">{t('archives.backupsHint')}</p>
      {logs.error && (
        <ErrorState error={logs.error} what={t('archives.logsFailed')} onRetry={() => void logs.refetch()} />
      )}
      {logs.data && logs.data.length > 0 && (
        <LogsToLookAt
          logs={logs.data}
          isTicked={isTicked}
          onTick={(log, isMeant) => setTicked({ ...ticked, [keyOf(log)]: isMeant })}
        />
      )}
      {field('reason', t('archives.reason'))}
      {isEarly && field('earlyReason', t('archives.early'))}
      {field('method', t('archives.method'), t('archives.methodHint'))}
      <FormRow label={t('archives.approvedBy')} htmlFor={`${ids}-approvedBy`}>
        <div className="form-row-line archive-approved">
          {input('approvedBy')}
          <Checkbox checked={form.isOnPaper} onChange={({ target }) => draft.change({ isOnPaper: target.checked })}>
            {t('archives.onPaper')}
          </Checkbox>
        </div>
      </FormRow>
      {field('witness', t('archives.witness'))}
      <FormRow label={t('archives.typeNo')} htmlFor={`${ids}-no`} hint={t('archives.typeNoHint', { no: archive.no })}>
        <Input
          id={`${ids}-no`}
          maxLength={200}
          value={archiveNo}
          onChange={(event) => setArchiveNo(event.target.value)}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('archives.destroyFailed')} isTextSafe />}
    </SheetDialog>
  )
}
