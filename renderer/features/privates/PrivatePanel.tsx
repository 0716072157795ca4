import './privates.css'
import { DownOutlined, LockOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '#ui/ErrorState'
import { PrivateNotes } from './PrivateNotes.tsx'
import { privatesQuery } from './queries.ts'

type Props = { studentId: string; visitId: string | null }

/**
 * 私密过程记录: closed until it is asked for, and unlike the record beside it. What is read and typed here is in no other
 * query, no draft and no print.
 */
export function PrivatePanel({ studentId, visitId }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  /** Once open it stays where it is, so that nothing typed has to be fetched again. */
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <section className="privates" aria-labelledby={`${id}-title`}>
      <button
        type="button"
        className="privates-head"
        aria-expanded={isOpen}
        aria-controls={`${id}-body`}
        onClick={() => {
          setOpen(!isOpen)
          setWasOpened(true)
        }}
      >
        <LockOutlined aria-hidden />
        <b id={`${id}-title`}>{t('privates.title')}</b>
        <span>{t('privates.onlyMe')}</span>
        {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
      </button>
      {wasOpened && (
        <div id={`${id}-body`} hidden={!isOpen}>
          <p className="privates-warning">{t('privates.warning')}</p>
          <OpenNotes studentId={studentId} visitId={visitId} />
        </div>
      )}
    </section>
  )
}

function OpenNotes({ studentId, visitId }: Props) {
  const { t } = useTranslation()
  const { data: notes, error, refetch } = useQuery(privatesQuery(studentId))
  if (error) return <ErrorState error={error} what={t('privates.failed')} onRetry={() => void refetch()} />
  if (!notes) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return <PrivateNotes studentId={studentId} visitId={visitId} notes={notes} />
}
