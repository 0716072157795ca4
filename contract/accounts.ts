import { z } from 'zod'
import { CLIENT_VIEWS } from '#contract/case-tables'
import { hosted, read, ROLES, SUBJECTS, write } from '#contract/procedure'
import { Account } from '#contract/settings'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'
import { Password } from '#contract/vault'

const AccountFields = z.object({
  name: Line.min(1),
  sex: z.enum(['male', 'female']).nullable(),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
})
export const AccountLine = Account.extend({
  createdAt: Instant,
  closedAt: Instant.nullable(),
  /** She was given a start code and has not yet chosen a password of her own. */
  startCode: z.boolean(),
  openCases: z.int(),
  lastSeenAt: Instant.nullable(),
})
export type AccountLine = z.infer<typeof AccountLine>

/** Shown once, printed or written down, good for one unlock: then a password of one's own is chosen. */
export const StartCode = z.object({ startCode: z.string() })

/** A case that has to be handed over before its counselor's account is closed. */
export const HeldCase = z.object({
  caseId: z.uuid(),
  studentId: z.uuid(),
  no: Line,
  studentName: Line,
  className: Line.nullable(),
  riskRank: z.int().nullable(),
  lastVisitOn: CalendarDate.nullable(),
})
export type HeldCase = z.infer<typeof HeldCase>

const manages = ['director', 'administrator'] as const
export const accounts = {
  list: read({ roles: manages }, z.object({}), z.array(AccountLine)),
  /**
   * `conflict` with `last-manager` when no director would be left, `open-cases` when a counselor who has some would be none.
   * Who is administrator alone gives and takes no role that opens records (`forbidden`/`role`), here, in `add` and in `help`.
   */
  setRoles: write({ roles: manages }, { accountId: z.uuid(), roles: AccountFields.shape.roles }, AccountLine),
  add: hosted({ roles: manages }, AccountFields, StartCode.extend({ accountId: z.uuid() })),
  /** Somebody forgot the password: a colleague who is in the room gives a start code. Private notes of before stay closed. */
  help: hosted({ roles: ['counselor', ...manages] }, z.object({ accountId: z.uuid(), password: Password }), StartCode),
  /**
   * `conflict`/`open-cases`, `last-manager` or `yourself`; `storage`/`no-space-for-copy`. The database key is changed, so that old
   * copies of the keys open nothing; `keyChanged` is false when that is left to the next unlock.
   */
  close: hosted(
    { roles: manages },
    z.object({ accountId: z.uuid(), password: Password }),
    Done.extend({ keyChanged: z.boolean() }),
  ),
  /** `password`: the present one, or the start code. */
  changePassword: hosted({ roles: ROLES }, z.object({ password: Password, newPassword: Password }), Done),
  /** A new recovery sheet; the former one opens nothing from then on. `password` of whoever asks. */
  prepareRecovery: hosted({ roles: 'director' }, z.object({}), z.object({ code: z.string() })),
  replaceRecovery: hosted({ roles: 'director' }, z.object({ code: z.string().max(100), password: Password }), Done),
  /** Open cases of one counselor: her own, or anybody's for the director. */
  heldCases: read({ roles: ['counselor', 'director'] }, z.object({ accountId: z.uuid() }), z.array(HeldCase)),
  /** Hands cases over; the note goes with each of them. Own cases, or anybody's for the director. */
  handOver: write(
    { roles: ['counselor', 'director'] },
    {
      caseIds: z.array(z.uuid()).min(1).max(500),
      toId: z.uuid(),
      note: Prose.min(1).max(4000),
      /** What the student said to it, when one case changes hands. */
      clientView: z.enum(CLIENT_VIEWS).optional(),
    },
    Done,
  ),
  /** Whose a record is, before it is opened: about whom, who holds the case, and what is open to whoever asks. */
  whose: read(
    { roles: ['counselor', 'director'] },
    z.object({ subject: z.enum(SUBJECTS), id: z.uuid() }),
    z.object({
      studentId: z.uuid(),
      holder: z.object({ id: z.uuid(), name: Line }).nullable(),
      mayRead: z.boolean(),
      mayWrite: z.boolean(),
    }),
  ),
  /** Why somebody else's records about this student are opened. Holds until the end of the day. */
  giveReason: write(
    { roles: ['counselor', 'director'], subjects: ['student'] },
    { studentId: z.uuid(), reason: Line.min(2) },
    z.object({ until: Instant }),
  ),
}
