import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Attachment } from '#contract/attachments'
import { openDialog, useDialogs } from '#lib/dialogs'
import { formatBytes } from '#lib/format-bytes'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { attachmentQueries, type Of } from './queries.ts'

type Props = {
  studentId: string
  of: Of | null
  /** Where much else stands: the newest, and the others when asked for. */
  first?: number
}

/** What was scanned, photographed or brought, newest first. */
export function AttachmentRows({ studentId, of, first = Infinity }: Props) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const { today } = useWorkplace()
  const back = useDialogs(({ open }) => open)
  const { data, error, refetch } = useQuery(attachmentQueries.list(studentId, of))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) return <p className="field-hint">{t('attachments.none')}</p>
  const open = ({ id }: Attachment) =>
    openDialog({ kind: 'attachment', studentId, attachmentId: id }, back?.kind === 'attachments' ? back : undefined)
  const shown = isWhole ? data : data?.slice(0, first)
  const hidden = (data?.length ?? 0) - (shown?.length ?? 0)
  return (
    <>
      <Rows label={t('attachments.title')}>
        {shown?.map((one) => (
          <Row
            key={one.id}
            lead={<Tag>{t(`codes.attachmentKinds.${one.kind}`)}</Tag>}
            name={one.name}
            onOpen={() => open(one)}
            hint={[
              of === null && one.about !== 'student' && t(`codes.attachmentAbouts.${one.about}`),
              [formatMoment(localOf(one.enteredAt), today), one.enteredBy].join(' '),
              formatBytes(one.bytes),
              one.note,
            ]
              .filter(Boolean)
              .join(' · ')}
            verb={
              <Button size="small" onClick={() => open(one)}>
                {t('attachments.open')}
              </Button>
            }
          />
        ))}
      </Rows>
      {hidden > 0 && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('attachments.earlier', { n: hidden })}
        </button>
      )}
    </>
  )
}
