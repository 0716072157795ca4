import './note.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { client } from '#lib/client'
import { LOGGED } from '#lib/query'
import { formatMoment, localNow } from '#lib/format'
import { paths } from '#lib/paths'
import { studentHeaderQuery, useShownStudent } from '#lib/student-header'
import { useEscape } from '#lib/use-escape'
import { useWrite } from '#lib/use-write'
import { useMayWrite } from '#lib/whose'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { NoteDesk } from './NoteDesk.tsx'
import { SignedNote } from './SignedNote.tsx'

/** The record of one visit, written or read. */
export function NotePage({ Beside }: { Beside: ComponentType<{ studentId: string; visitId: string }> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { visitId = '' } = useParams()
  const mayWrite = useMayWrite()
  const visit = useQuery({ queryKey: ['visits', 'one', visitId], queryFn: () => client.visits.get({ visitId }) })
  const note = useQuery({
    queryKey: ['notes', 'of-visit', visitId],
    queryFn: () => client.notes.get({ visitId }),
    staleTime: Infinity,
    gcTime: 0,
    ...LOGGED,
  })
  const header = useQuery(studentHeaderQuery(visit.data?.studentId ?? ''))
  const arrive = useWrite(client.visits.arrive, { invalidates: ['visits', 'students'] })
  useShownStudent(visit.data?.studentId)
  useEscape()

  const error = visit.error ?? note.error ?? header.error
  if (error)
    return (
      <ErrorState
        error={error}
        what={t('notes.openFailed')}
        onRetry={() => {
          void visit.refetch()
          void note.refetch()
          void header.refetch()
        }}
      />
    )
  if (!visit.data || note.data === undefined || !header.data) return null
  const { state, bookedFor, studentId } = visit.data
  if (note.data === null && (state === 'booked' || state === 'no-show' || state === 'cancelled'))
    return (
      <EmptyState
        title={t(`notes.not.${state}`, { time: bookedFor ? formatMoment(bookedFor) : '' })}
        hint={state === 'booked' ? t('notes.not.hint') : undefined}
      >
        {state === 'booked' ? (
          <Button type="primary" onClick={() => arrive.write({ visitId, studentId, at: localNow() })}>
            {t('notes.arrived')}
          </Button>
        ) : (
          <Button onClick={() => void navigate(paths.student(studentId))}>{t('frame.back')}</Button>
        )}
        {arrive.error && <ErrorState error={arrive.error} />}
      </EmptyState>
    )
  if (note.data?.state === 'signed' || !mayWrite)
    return (
      <SignedNote
        key={visitId}
        visit={visit.data}
        note={note.data}
        header={header.data}
        beside={<Beside studentId={studentId} visitId={visitId} />}
      />
    )
  return (
    <NoteDesk
      key={visitId}
      visit={visit.data}
      note={note.data}
      header={header.data}
      beside={<Beside studentId={studentId} visitId={visitId} />}
    />
  )
}
