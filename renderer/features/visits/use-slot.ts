import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addMinutes } from '#contract/calendar'
import { client } from '#lib/client'
import { weightOf } from '#lib/finding-words'
import { useWorkplace } from '#lib/workplace'

export type SlotOf = {
  /** The booking that is moved; null for a new one. */
  visitId: string | null
  studentId: string
  receiverId: string
  place: string
  at: string | null
  minutes: number
}

/** What speaks against a time while it is chosen. */
export const useSlotCheck = (slot: SlotOf, isOn: boolean) => {
  const { at, minutes, ...about } = slot
  const { data, isFetching } = useQuery({
    queryKey: ['appointments', 'check', about, at, minutes],
    queryFn: () => client.appointments.check({ ...about, from: at ?? '', until: addMinutes(at ?? '', minutes) }),
    enabled: isOn && at !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const findings = isOn && at !== null ? (data ?? []) : []
  return { findings, weight: weightOf(findings), isLooking: isFetching }
}

/** Times that nothing speaks against, from the chosen day on. */
export const useFreeSlots = ({ studentId, receiverId, place, at, minutes }: SlotOf, isOn: boolean) => {
  const { today } = useWorkplace()
  const day = at?.slice(0, 10) ?? today
  const fromDay = day < today ? today : day
  const { data = [] } = useQuery({
    queryKey: ['appointments', 'free', studentId, receiverId, place, fromDay, minutes],
    queryFn: () =>
      client.appointments.freeSlots({ studentId, receiverId, place, fromDay, days: 21, minutes, limit: 5 }),
    enabled: isOn && minutes >= 10 && minutes <= 180,
    placeholderData: keepPreviousData,
  })
  return data
}
