/** A try at who comes when, before anything is booked. `at` is LocalTime. */
export type Seat = { studentId: string; studentName: string; className: string | null; at: string }

const inOrder = <S extends Seat>(seats: readonly S[]): S[] => [...seats].sort((a, b) => (a.at < b.at ? -1 : 1))

export const byDay = <S extends Seat>(seats: readonly S[]): { day: string; seats: S[] }[] => {
  const days = new Map<string, S[]>()
  for (const seat of inOrder(seats)) {
    const day = seat.at.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), seat])
  }
  return [...days].map(([day, list]) => ({ day, seats: list }))
}

export const without = <S extends Seat>(seats: readonly S[], studentId: string): S[] =>
  seats.filter((seat) => seat.studentId !== studentId)

/** Another time for one student. Whoever had exactly that time takes the one that became free. */
export const moved = <S extends Seat>(seats: readonly S[], studentId: string, at: string): S[] => {
  const former = seats.find((seat) => seat.studentId === studentId)?.at
  if (former === undefined) return [...seats]
  return inOrder(
    seats.map((seat) => {
      if (seat.studentId === studentId) return { ...seat, at }
      return seat.at === at ? { ...seat, at: former } : seat
    }),
  )
}

const minuteOf = (at: string): number => Date.parse(`${at}Z`) / 60_000

/** Students whose time runs into that of the one before. */
export const clashes = (seats: readonly Seat[], minutes: number): Set<string> => {
  const sorted = inOrder(seats)
  return new Set(
    sorted
      .filter((seat, index) => {
        const before = sorted[index - 1]
        return before !== undefined && minuteOf(seat.at) - minuteOf(before.at) < minutes
      })
      .map(({ studentId }) => studentId),
  )
}

/** Bookings go in parts: one call takes no more than so many. */
export const inParts = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, part) => list.slice(part * most, (part + 1) * most))
