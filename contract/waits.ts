import { z } from 'zod'
import { URGENCIES, WAIT_OUTCOMES } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Line } from '#contract/times'

/** Somebody on the waiting list (候约). A booking with its `waitId` takes the name off (`appointments.book`). */
export const WaitFields = z.object({
  since: CalendarDate,
  urgency: z.enum(URGENCIES),
  /** When they could come; the desk sees it. */
  wish: Line,
  /** A word on why; for whoever may read the case. */
  note: Line,
  /** Whom they would like to see; null: anybody. */
  receiverId: z.uuid().nullable(),
})
export type WaitFields = z.infer<typeof WaitFields>
export const Wait = WaitFields.extend({
  id: z.uuid(),
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  receiverName: Line.nullable(),
  /** Whole days since. */
  days: z.int(),
})
export type Wait = z.infer<typeof Wait>

export const waits = {
  /** Who is waiting: most urgent first, then longest. */
  list: read({ roles: ['counselor', 'director', 'duty'] }, z.object({}), z.array(Wait)),
  /** One line per student: a second one is a `conflict` `already-waiting`; `declined` while the student does not want to come. */
  add: write(
    { roles: ['counselor', 'duty'], subjects: ['student'] },
    { id: z.uuid(), studentId: z.uuid(), fields: WaitFields },
    Wait,
  ),
  update: write(
    { roles: ['counselor', 'duty'], subjects: ['wait'] },
    { waitId: z.uuid(), studentId: z.uuid(), fields: WaitFields.partial() },
    Wait,
  ),
  /** Off the list without a booking. */
  leave: write(
    { roles: ['counselor', 'duty'], subjects: ['wait'] },
    { waitId: z.uuid(), studentId: z.uuid(), outcome: z.enum(WAIT_OUTCOMES).exclude(['booked']) },
    Done,
  ),
}
