import { z } from 'zod'
import { lifecycle } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line } from '#contract/times'
import { Password } from '#contract/vault'

/** A folder that looks like a set, before any secret is known. */
export const FoundSet = z.object({
  name: Line,
  madeAt: Instant.nullable(),
  bytes: z.number(),
  /** Of the vault that is (or was) on this computer; null when there is none to compare with. */
  sameVault: z.boolean().nullable(),
  problem: z.enum(['incomplete', 'unreadable', 'newer-version']).nullable(),
})
export type FoundSet = z.infer<typeof FoundSet>

export const Counts = z.object({
  students: z.int(),
  cases: z.int(),
  visits: z.int(),
  notes: z.int(),
  crises: z.int(),
  referrals: z.int(),
  assessments: z.int(),
})
export type Counts = z.infer<typeof Counts>

export const OpenedSet = z.object({
  /** Names this opened set in `apply`; gone after ten minutes or at `cancel`. */
  token: z.uuid(),
  opensWith: z.enum(['passphrase', 'recovery']),
  school: Line,
  madeAt: Instant,
  newestVisitOn: CalendarDate.nullable(),
  newestNoteAt: Instant.nullable(),
  counts: Counts,
  /** Numbers of pages that do not fit their seal; a damaged set is never put in place. */
  damagedPages: z.int(),
  accounts: z.array(z.object({ id: z.uuid(), name: Line })),
  /** The passwords of today go on, because the keys beside the present vault belong to this set. */
  keepsPasswords: z.boolean(),
})
export type OpenedSet = z.infer<typeof OpenedSet>

const closed = ['setup', 'locked'] as const
/** Bringing a set back. Nothing is replaced before `apply`, and what was there is kept aside. */
export const restores = {
  /** Sets in a folder, newest first: the folder may be a set itself or hold many; `.` stands for the sets kept on this computer. */
  look: lifecycle(closed, z.object({ folder: z.string().min(1).max(1000) }), z.array(FoundSet)),
  /** Wrong secret: `forbidden`/`wrong-secret` at the pace of the door. Damaged file: `storage`/`damaged-set`. */
  open: lifecycle(
    closed,
    z.object({ folder: z.string().min(1).max(1000), set: Line, secret: z.string().min(1).max(200) }),
    OpenedSet,
  ),
  progress: lifecycle(
    closed,
    z.object({}),
    z.object({ step: z.enum(['copy', 'verify', 'keys']), done: z.number(), total: z.number() }).nullable(),
  ),
  /** Leads to the locked door. Without kept passwords one account gets a new one here; the others get start codes later. */
  apply: lifecycle(
    closed,
    z.object({ token: z.uuid(), accountId: z.uuid().nullable(), newPassword: Password.nullable() }),
    z.object({ asideFolder: z.string().nullable() }),
  ),
  cancel: lifecycle(closed, z.object({}), Done),
}
