import { z } from 'zod'
import { hosted, lifecycle, VAULT_STATES } from '#contract/procedure'
import { STAGES } from '#contract/code-tables'
import { CalendarDate, Done, Instant, Line } from '#contract/times'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A daily password: 15 to 128 characters, no composition rules (security.md §3.3, NIST SP 800-63B-4). */
export const Password = z.string().min(1).max(128)

/** `problem`: why a password cannot be used; `score` 0–4 drives the strength bar. */
export const PASSWORD_PROBLEMS = ['too-short', 'too-common', 'contains-names', 'too-simple'] as const
export const PasswordCheck = z.object({
  score: z.int().min(0).max(4),
  problem: z.enum(PASSWORD_PROBLEMS).nullable(),
})
export type PasswordCheck = z.infer<typeof PasswordCheck>

export const TermInput = z.object({ name: Line.min(1), startsOn: CalendarDate, endsOn: CalendarDate })

/** Why a room is open only for reading. */
export const ALARMS = ['rolled-back', 'anchor', 'pages', 'structure', 'keyslots-old', 'disk-full'] as const
export const Alarm = z.object({
  kind: z.enum(ALARMS),
  /** Changes that were acknowledged and are not in this file (rolled-back). */
  lost: z.int().nullable(),
  /** Until when the records are known to be whole. */
  lastGoodAt: Instant.nullable(),
})
export type Alarm = z.infer<typeof Alarm>
/** Why a vault that must be here cannot even be tried; never an empty one in its place. */
export const TROUBLES = ['vault-missing', 'keyslots-missing', 'keyslots-damaged'] as const

export const Salvage = z.object({
  table: Line,
  saved: z.int(),
  lost: z.int(),
})

export const VaultStatus = z.object({
  state: z.enum(VAULT_STATES),
  practice: z.boolean(),
  alarm: Alarm.nullable(),
  trouble: z.enum(TROUBLES).nullable(),
  /** Opened with a start code: nothing but a new password goes on from here. */
  startCode: z.boolean(),
  /** Milliseconds until the next password is looked at. */
  retryAfterMs: z.int().min(0),
})
export type VaultStatus = z.infer<typeof VaultStatus>

/** Whoever sits at the kiosk gets none of these: only the password leads out of it. */
const inTheRoom = ['setup', 'locked', 'unlocked', 'read-only'] as const
export const vault = {
  status: lifecycle(VAULT_STATES, z.object({}), VaultStatus),
  /** A generated five-word password of at least 64 bits. */
  suggestPassword: lifecycle(
    ['setup', 'locked', 'unlocked'],
    z.object({ language: z.enum(LANGUAGES) }),
    z.object({ password: z.string() }),
  ),
  /** `words`: names that must not be in the password (school, account). */
  checkPassword: lifecycle(
    ['setup', 'locked', 'unlocked'],
    z.object({ password: Password.or(z.literal('')), words: z.array(Line).max(10) }),
    PasswordCheck,
  ),
  /** A fresh recovery code; it is only kept in memory until `create`. Four lines of two groups of 4 and a check character. */
  prepareRecovery: lifecycle(['setup'], z.object({}), z.object({ code: z.string() })),
  /** Tells before `create` whether the code was copied rightly: which lines (0-based) are wrong. */
  checkRecovery: lifecycle(
    ['setup', 'locked'],
    z.object({ code: z.string().max(100) }),
    z.object({ ok: z.boolean(), wrongGroups: z.array(z.int()) }),
  ),
  create: lifecycle(
    ['setup'],
    z.object({
      language: z.enum(LANGUAGES),
      school: z.object({ name: Line.min(1), stage: z.enum(STAGES) }),
      account: z.object({ name: Line.min(1), sex: z.enum(['male', 'female']).nullable() }),
      password: Password,
      recoveryCode: z.string().max(100),
      terms: z.array(TermInput).min(1).max(8),
    }),
    Done,
  ),
  /** Wrong password: `forbidden` with `retryAfterMs`; damaged file: `storage`. */
  unlock: lifecycle(['locked'], z.object({ password: Password }), Done),
  /** Opens with the printed recovery code and sets a new password. */
  recover: lifecycle(['locked'], z.object({ code: z.string().max(100), newPassword: Password }), Done),
  lock: lifecycle(inTheRoom, z.object({}), Done),
  /** Goes on with the records as they are, knowing what is lost. `conflict`/`damaged` where that cannot be. */
  acceptAlarm: hosted(
    { roles: ['counselor', 'director'], states: ['read-only'] },
    z.object({ reason: Line.min(2) }),
    Done,
  ),
  /**
   * A new vault of all that can still be read; the damaged one is kept aside. Counts by table. From a room that is open for
   * reading the new one comes into its place at the next lock.
   */
  salvage: lifecycle(['locked', 'read-only'], z.object({ password: Password }), z.array(Salvage)),
  /** Opens the practice vault (made on first use) beside the real one, or goes back to the real one, locked. */
  openPractice: lifecycle(['setup', 'locked'], z.object({ language: z.enum(LANGUAGES) }), Done),
  leavePractice: lifecycle(inTheRoom, z.object({}), Done),
}
