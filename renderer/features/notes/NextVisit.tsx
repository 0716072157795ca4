import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, addMinutes } from '#contract/calendar'
import type { AppError } from '#contract/errors'
import type { Visit } from '#contract/visits'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatMoment, localNow } from '#lib/format'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { MomentField } from '#ui/MomentField'
import { Tag } from '#ui/Tag'

/** The next appointment: the same hour a week later in one click, or another time. */
export function NextVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const { data: booked } = useQuery({
    queryKey: ['visits', 'next-booked', visit.studentId],
    queryFn: () => client.visits.nextBooked({ studentId: visit.studentId }),
  })
  const { sessionMinutes } = useWorkplace().preferences
  const register = useWrite(client.visits.register, { invalidates: ['visits', 'students', 'appointments'] })
  /** What speaks against a time is said, and can be answered, where appointments are booked. */
  const askMore = (from: string, error: AppError) => {
    if (error.code !== 'conflict') return
    const slot = { from, until: addMinutes(from, sessionMinutes), receiverId: visit.receiverId }
    openDialog({ kind: 'visit', studentId: visit.studentId, slot })
    register.reset()
  }
  const book = (bookedFor: string) => {
    const { channel, visitor, primaryProblem, otherProblems, place, receiverId, doorOpen } = visit
    setChoosing(false)
    const asked = register.writeAsync({
      id,
      studentId: visit.studentId,
      fields: {
        channel,
        source: 'self',
        visitor,
        primaryProblem,
        otherProblems,
        place,
        receiverId,
        request: '',
        bookedFor,
        arrivedAt: null,
        endedAt: null,
        doorOpen: doorOpen === null ? null : false,
      },
    })
    void asked.catch((error: AppError) => askMore(bookedFor, error))
  }
  const began = visit.bookedFor ?? visit.arrivedAt
  const usual = began && `${addDays(began, 7)}${began.slice(10)}`

  if (booked)
    return (
      <div className="sheet-part-line">
        <Tag tone="green">{t('notes.bookedFor', { time: formatMoment(booked.bookedFor ?? '') })}</Tag>
        <button
          type="button"
          className="chip"
          onClick={() => openDialog({ kind: 'visit-facts', studentId: visit.studentId, visitId: booked.id })}
        >
          {t('notes.otherTime')}
        </button>
      </div>
    )
  return (
    <div className="sheet-part-line">
      {usual && usual > localNow() && (
        <button type="button" className="chip" disabled={register.isPending} onClick={() => book(usual)}>
          {t('notes.book', { time: formatMoment(usual) })}
        </button>
      )}
      {isChoosing ? (
        <MomentField label={t('notes.otherTime')} value={null} onChange={(at) => at && book(at)} />
      ) : (
        <button type="button" className="chip" onClick={() => setChoosing(true)}>
          {t('notes.otherTime')}
        </button>
      )}
      {register.error && <ErrorState error={register.error} what={t('notes.bookFailed')} />}
    </div>
  )
}
