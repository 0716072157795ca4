import { client } from '#lib/client'
import type { BookingCause } from '#lib/dialogs'
import { queryClient } from '#lib/query'

/** The letter or observation that a booking answers has led to something now. */
export async function settleBy(cause: BookingCause, studentId: string, bookingId: string): Promise<void> {
  const requestId = crypto.randomUUID()
  if ('letter' in cause) {
    await client.letters.settle({ letterId: cause.letter, studentId, state: 'booked', bookingId, requestId })
    await queryClient.invalidateQueries({ queryKey: ['letters'] })
    return
  }
  const { observation: observationId } = cause
  await client.observations.settle({ observationId, studentId, outcome: 'booked', note: '', bookingId, requestId })
  await queryClient.invalidateQueries({ queryKey: ['observations'] })
}
