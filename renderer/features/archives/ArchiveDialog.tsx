import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive, PaperLine } from '#contract/archives'
import { client } from '#lib/client'
import type { DialogOf, DialogProps } from '#lib/dialogs'
import { useWho } from '#lib/student-header'
import { useWrite } from '#lib/use-write'
import { DateField } from '#ui/DateField'
import { ErrorState } from '#ui/ErrorState'
import { FormRow } from '#ui/FormRow'
import { SheetDialog } from '#ui/SheetDialog'
import { archiveQueries } from './queries.ts'

type Props = DialogProps<DialogOf<'archive'>>

/** Puts a closed case into the archive, or says anew where it stands and until when. */
export function ArchiveDialog(props: Props) {
  const { data } = useQuery(archiveQueries.of(props.request.caseId))
  if (!data) return null
  return data.archive ? (
    <ChangeSheet archive={data.archive} {...props} />
  ) : (
    <FileSheet papers={data.papers} {...props} />
  )
}

function FileSheet({ request, papers, onClose }: Props & { papers: readonly PaperLine[] }) {
  const { t } = useTranslation()
  const ids = useId()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const [box, setBox] = useState('')
  const unseen = papers.filter(({ state }) => state === null).length
  const { write, isPending, error } = useWrite(client.archives.file, {
    invalidates: ['archives', 'cases'],
    onSuccess: onClose,
  })
  return (
    <SheetDialog
      title={t('archives.fileTitle')}
      who={who}
      width={560}
      verb={t('archives.fileVerb')}
      isBusy={isPending}
      foot={unseen > 0 ? t('archives.missingPapers', { n: unseen }) : undefined}
      onSubmit={() => write({ studentId, caseId, box: box.trim() })}
      onClose={onClose}
    >
      <FormRow label={t('archives.box')} htmlFor={`${ids}-box`}>
        <Input
          id={`${ids}-box`}
          maxLength={100}
          placeholder={t('archives.boxHint')}
          value={box}
          onChange={(event) => setBox(event.target.value)}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('archives.fileFailed')} isTextSafe />}
    </SheetDialog>
  )
}

function ChangeSheet({ request, archive, onClose }: Props & { archive: Archive }) {
  const { t } = useTranslation()
  const ids = useId()
  const { studentId, caseId } = request
  const { who } = useWho(studentId)
  const [box, setBox] = useState(archive.box)
  const [keepUntil, setKeepUntil] = useState(archive.keepUntil)
  const [holdReason, setHoldReason] = useState(archive.holdReason)
  const { write, isPending, error } = useWrite(client.archives.change, {
    invalidates: ['archives', 'cases'],
    onSuccess: onClose,
  })
  return (
    <SheetDialog
      title={t('archives.changeTitle')}
      who={who}
      width={560}
      verb={t('archives.changeVerb')}
      isBusy={isPending}
      onSubmit={() => write({ studentId, caseId, box: box.trim(), keepUntil, holdReason: holdReason.trim() })}
      onClose={onClose}
    >
      <FormRow label={t('archives.box')} htmlFor={`${ids}-box`}>
        <Input id={`${ids}-box`} maxLength={100} value={box} onChange={(event) => setBox(event.target.value)} />
      </FormRow>
      <FormRow label={t('archives.keepUntilLabel')} hint={t('archives.unlimitedHint')}>
        <DateField label={t('archives.keepUntilLabel')} value={keepUntil} isClearable onChange={setKeepUntil} />
      </FormRow>
      <FormRow label={t('archives.hold')} htmlFor={`${ids}-hold`} hint={t('archives.holdHint')}>
        <Input
          id={`${ids}-hold`}
          maxLength={200}
          value={holdReason}
          onChange={(event) => setHoldReason(event.target.value)}
        />
      </FormRow>
      {error && <ErrorState error={error} what={t('archives.changeFailed')} isTextSafe />}
    </SheetDialog>
  )
}
