import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/screenings'
import { client } from '#lib/client'
import { inParts } from '#lib/dealt-plan'
import { spanProblem } from '#lib/interview-days'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { PlanPanel } from './PlanPanel.tsx'
import { useRoundView, type SlotChoices } from './round-view.ts'
import { SlotsPanel } from './SlotsPanel.tsx'
import { WaitingPanel } from './WaitingPanel.tsx'

/** As many bookings as one call takes. */
const MOST_BOOKINGS = 200

/** Who waits gets a time: choose when, look at who would come, change by hand, book. */
export function DealTab({ round }: { round: Round }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { school } = useWorkplace()
  const { view, change } = useRoundView(round.id)
  const { slots, plan } = view
  const place = slots.place ?? school.roomName
  const deal = useMutation({
    mutationFn: () => {
      const { days, hours, minutes, pauseMinutes, perDay } = slots
      return client.screenings.deal({ roundId: round.id, slots: { days, hours, minutes, pauseMinutes, perDay } })
    },
    onSuccess: ({ dealt, left }) =>
      change({ plan: { seats: dealt.map((seat) => ({ ...seat, visitId: crypto.randomUUID() })), left } }),
  })
  const book = useWrite(client.screenings.book, { invalidates: ['screenings', 'visits', 'students', 'cases'] })
  const setSlots = (part: Partial<SlotChoices>) => {
    deal.reset()
    book.reset()
    change({ slots: { ...slots, ...part }, plan: null })
  }
  const bookAll = async () => {
    if (!plan) return
    let booked = 0
    for (const part of inParts(plan.seats, MOST_BOOKINGS)) {
      const bookings = part.map(({ visitId, studentId, at }) => ({ visitId, studentId, at }))
      const done = await book.writeAsync({ roundId: round.id, place, minutes: slots.minutes, bookings })
      booked += done.booked
      const rest = plan.seats.slice(booked)
      change({ plan: rest.length === 0 ? null : { ...plan, seats: rest } })
    }
    void message.success(t('screening-files.deal.booked', { n: booked }))
  }
  const problem = slots.days.length === 0 ? 'noDays' : slots.hours.length === 0 ? 'noHours' : spanProblem(slots.hours)
  if (round.state === 'closed')
    return (
      <Panel>
        <EmptyState title={t('screenings.closedHint')} />
      </Panel>
    )
  return (
    <div className="round-deal">
      <SlotsPanel
        slots={{ ...slots, place }}
        problem={problem}
        isBusy={deal.isPending}
        isAgain={plan !== null}
        onChange={setSlots}
        onDeal={() => deal.mutate()}
      />
      <div className="round-deal-right">
        {deal.error && <ErrorState error={deal.error} what={t('screening-files.deal.failed')} />}
        {book.error && (
          <ErrorState
            error={book.error}
            what={t(book.error.code === 'conflict' ? 'screening-files.deal.taken' : 'screening-files.deal.bookFailed')}
          />
        )}
        {plan ? (
          <PlanPanel
            plan={plan}
            minutes={slots.minutes}
            isBusy={book.isPending}
            onChange={(seats) => change({ plan: { ...plan, seats } })}
            onBook={() => void bookAll().catch(() => undefined)}
          />
        ) : (
          <WaitingPanel round={round} />
        )}
      </div>
    </div>
  )
}
