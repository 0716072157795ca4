import './attachments.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Attachment } from '#contract/attachments'
import { ATTACHMENT_KINDS } from '#contract/code-tables'
import { client } from '#lib/client'
import { leaveDialogs, type DialogOf, type DialogProps } from '#lib/dialogs'
import { paths } from '#lib/paths'
import { useWho } from '#lib/student-header'
import { useCodes } from '#lib/use-codes'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { Chips } from '#ui/Chips'
import { ConfirmDialog } from '#ui/ConfirmDialog'
import { EarlierButton } from '#ui/EarlierButton'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { PageTools } from './PageTools.tsx'
import { PageView } from './PageView.tsx'
import { attachmentQueries } from './queries.ts'
import { usePages } from './use-pages.ts'

type Change = Pick<Attachment, 'name' | 'kind' | 'note' | 'turned'>
const UNCHANGED: Partial<Change> = {}

/** A scan, a picture or a PDF, looked at; its name, its kind and a note can be changed, its content cannot. */
export function AttachmentSheet({ request, onClose }: DialogProps<DialogOf<'attachment'>>) {
  const { t } = useTranslation()
  const codes = useCodes()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const { studentId, attachmentId } = request
  const { who } = useWho(studentId)
  const { data: all, error } = useQuery(attachmentQueries.list(studentId, null))
  const attachment = all?.find(({ id }) => id === attachmentId)
  const opened = usePages(attachment)
  const draft = useDraft('attachment', attachmentId, UNCHANGED)
  const change = draft.value
  const [page, setPage] = useState(0)
  const [zoom, setZoom] = useState(1)
  const [isDiscarding, setDiscarding] = useState(false)
  const save = useWrite(client.attachments.change, {
    invalidates: ['attachments'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  const discard = useWrite(client.attachments.discard, {
    invalidates: ['attachments', 'revisions'],
    onSuccess: () => {
      void draft.discard().catch(() => undefined)
      onClose()
    },
  })
  if (!attachment) return error ? <ErrorState error={error} /> : null
  const { name, kind, note, turned } = { ...attachment, ...change }
  const isChanged = Object.keys(change).length > 0
  const of = { attachmentId, studentId }

  return (
    <SheetDialog
      title={attachment.name}
      who={who}
      width={1040}
      {...(mayWrite ? { verb: t('frame.save') } : {})}
      isBusy={save.isPending}
      isDisabled={!isChanged || name.trim() === '' || !draft.isReady}
      onStartAnew={draft.wasRestored ? () => void draft.discard().catch(() => undefined) : undefined}
      extra={
        <>
          <EarlierButton record="attachment" recordId={attachmentId} studentId={studentId} />
          {mayWrite && <Button onClick={() => setDiscarding(true)}>{t('attachments.discard')}</Button>}
          <Button
            onClick={() => {
              leaveDialogs()
              void navigate(paths.print('attachment', attachmentId))
            }}
          >
            {t('attachments.print')}
          </Button>
        </>
      }
      onSubmit={() => save.write({ ...of, fields: { name, kind, note }, turned })}
      onClose={onClose}
    >
      <div className="attachment">
        <div>
          {!opened.isWhole && (
            <div className="file-refused" role="alert">
              {t('attachments.damaged')}
            </div>
          )}
          {opened.error !== null && <ErrorState error={opened.error} what={t('attachments.notOpened')} />}
          {opened.pages ? (
            <>
              <PageTools
                pages={opened.pages.count}
                page={page}
                zoom={zoom}
                turned={turned}
                onPage={setPage}
                onZoom={setZoom}
                onTurn={(next) => draft.change({ turned: next })}
              />
              <PageView
                pages={opened.pages}
                page={page}
                turned={turned}
                zoom={zoom}
                label={t('attachments.pageOf', { page: page + 1, name })}
              />
            </>
          ) : (
            opened.error === null && (
              <div className="page-view page-view-waits">
                <Progress percent={Math.round(opened.share * 100)} aria-label={t('attachments.opening')} />
              </div>
            )
          )}
        </div>
        <div>
          <FormRow label={t('attachments.name')} htmlFor="attachment-name">
            <Input
              id="attachment-name"
              maxLength={200}
              disabled={!mayWrite}
              value={name}
              onChange={(event) => draft.change({ name: event.target.value })}
            />
          </FormRow>
          <FormRow label={t('attachments.kind')}>
            <Chips
              label={t('attachments.kind')}
              value={kind}
              options={codes('attachmentKinds', ATTACHMENT_KINDS)}
              isDisabled={!mayWrite}
              onChange={(chosen) => draft.change({ kind: chosen })}
            />
          </FormRow>
          <FormRow label={t('attachments.note')} htmlFor="attachment-note">
            <Input
              id="attachment-note"
              maxLength={200}
              disabled={!mayWrite}
              value={note}
              onChange={(event) => draft.change({ note: event.target.value })}
            />
          </FormRow>
          <p className="field-hint">{t('attachments.inside')}</p>
          {save.error && <ErrorState error={save.error} />}
        </div>
      </div>
      {isDiscarding && (
        <ConfirmDialog
          title={t('attachments.discardAsk', { name: attachment.name })}
          verb={t('attachments.discard')}
          isDanger
          isBusy={discard.isPending}
          reasonLabel={t('attachments.why')}
          onConfirm={(reason) => discard.write({ ...of, reason })}
          onCancel={() => setDiscarding(false)}
        >
          <p>{t('attachments.discardHint')}</p>
          {discard.error && <ErrorState error={discard.error} />}
        </ConfirmDialog>
      )}
    </SheetDialog>
  )
}
