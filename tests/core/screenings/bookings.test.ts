import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testContext } from '#tests/context'
import { walkIn } from '#tests/records'
import { roundOf, rosterOf } from './round-samples.ts'

const SLOTS = {
  days: ['2026-11-23', '2026-11-24'],
  hours: [{ from: '12:30', to: '14:00' }],
  minutes: 20,
  pauseMinutes: 5,
  perDay: 2,
}

async function flaggedRound() {
  const context = testContext()
  const ids = await rosterOf(context, 5)
  const { id: roundId } = await roundOf(context, 'phq9')
  for (const studentId of ids.slice(0, 4))
    await context.client.screenings.setEntry({ roundId, studentId, flagged: true, reason: '班主任反映' })
  return { context, roundId, ids }
}
const bookingsOf = (dealt: readonly { studentId: string; at: string }[]) =>
  dealt.map(({ studentId, at }) => ({ visitId: randomUUID(), studentId, at }))

test('whoever waits is dealt into free times, around what is booked, and booked as a visit', async () => {
  const { context, roundId, ids } = await flaggedRound()
  const { client, me } = context
  const taken = walkIn(me.id, { arrivedAt: null, bookedFor: '2026-11-23T12:30' })
  await client.visits.register({ id: randomUUID(), studentId: ids[4] ?? '', fields: taken })
  const { dealt, left } = await client.screenings.deal({ roundId, slots: SLOTS })
  expect(dealt.map(({ at }) => at)).toEqual(['2026-11-23T13:25', '2026-11-24T12:30', '2026-11-24T12:55'])
  expect(left).toBe(1)
  const bookings = bookingsOf(dealt)
  expect(await client.screenings.book({ roundId, place: '个别辅导室', minutes: 20, bookings })).toEqual({ booked: 3 })
  const [visit] = await client.visits.listByDay({ day: '2026-11-24' })
  expect(visit).toMatchObject({ source: 'screening', state: 'booked', bookedFor: '2026-11-24T12:30' })
  const { rows } = await client.screenings.entries({
    roundId,
    filter: 'waiting',
    text: '',
    className: null,
    sort: 'urgency',
    offset: 0,
    limit: 50,
  })
  expect(rows.find(({ studentId }) => studentId === visit?.studentId)?.bookedFor).toBe('2026-11-24T12:30')
  const next = await client.screenings.deal({ roundId, slots: SLOTS })
  expect(next.dealt.map(({ studentId }) => studentId)).toEqual(
    ids.slice(0, 4).filter((id) => !dealt.some(({ studentId }) => studentId === id)),
  )
})

test('a time taken or a student seen meanwhile takes every booking back', async () => {
  const { context, roundId, ids } = await flaggedRound()
  const { client, me } = context
  const { dealt } = await client.screenings.deal({ roundId, slots: { ...SLOTS, perDay: 4 } })
  const book = () => client.screenings.book({ roundId, place: '', minutes: 20, bookings: bookingsOf(dealt) })
  const taken = walkIn(me.id, { arrivedAt: null, bookedFor: dealt.at(-1)?.at ?? '' })
  const visitId = randomUUID()
  await client.visits.register({ id: visitId, studentId: ids[4] ?? '', fields: taken })
  await expect(book()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'time-taken' } })
  await client.visits.cancel({ visitId, studentId: ids[4] ?? '', state: 'cancelled', reason: '改期' })
  await client.screenings.recordSeen({
    roundId,
    studentId: dealt[1]?.studentId ?? '',
    seenOn: '2026-11-21',
    outcome: 'watch',
    note: '',
  })
  await expect(book()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'not-waiting' } })
  const days = await Promise.all(SLOTS.days.map((day) => client.visits.listByDay({ day })))
  expect(days.flat().filter(({ state }) => state === 'booked')).toEqual([])
})
