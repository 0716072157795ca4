import { z } from 'zod'
import { hosted } from '#contract/procedure'
import { Done, Instant, Line } from '#contract/times'
import { Password } from '#contract/vault'

/** Amber after 7 days without a good set, red after 14 (security.md §3.7). */
export const BACKUP_AGES = ['never', 'good', 'amber', 'red'] as const
export const BACKUP_STEPS = ['image', 'copy', 'verify'] as const
/** Why a set is not good. */
export const BACKUP_TROUBLES = [
  'gone',
  'full',
  'read-only',
  'unreadable',
  'differs',
  'damaged-pages',
  'no-passphrase',
  'interrupted',
  'not-a-vault',
] as const

export const BackupSet = z.object({
  name: Line,
  madeAt: Instant,
  verifiedAt: Instant.nullable(),
  bytes: z.int(),
  trouble: z.enum(BACKUP_TROUBLES).nullable(),
})
export type BackupSet = z.infer<typeof BackupSet>

export const BackupPlace = z.object({
  id: z.uuid(),
  label: Line.min(1).max(40),
  folder: z.string().max(1000),
  /** The folder beside the vault: good against mistakes, not against a broken disk. */
  isThisComputer: z.boolean(),
  /** The stick is plugged in, the folder can be reached. */
  isThere: z.boolean(),
  freeBytes: z.number().nullable(),
  newest: BackupSet.nullable(),
  age: z.enum(BACKUP_AGES),
})
export type BackupPlace = z.infer<typeof BackupPlace>

export const BackupSchedule = z.object({
  atQuit: z.boolean(),
  /** To every place that is plugged in, when the newest set there is older than this. */
  everyDays: z.int().min(1).max(30),
  /** The newest set is opened and compared on a copy. */
  rehearseEveryDays: z.int().min(1).max(90),
})
export type BackupSchedule = z.infer<typeof BackupSchedule>

export const Rehearsal = z.object({
  at: Instant,
  ok: z.boolean(),
  setName: Line,
  place: Line,
  madeAt: Instant.nullable(),
  students: z.int(),
  visits: z.int(),
  notes: z.int(),
  auditHead: z.string(),
  trouble: z.enum(BACKUP_TROUBLES).nullable(),
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** A full check of the vault itself: every page, structure, links between records, the log. */
export const VaultCheck = z.object({ at: Instant, ok: z.boolean(), pages: z.int(), rows: z.int() })
export type VaultCheck = z.infer<typeof VaultCheck>

export const BackupStatus = z.object({
  places: z.array(BackupPlace),
  /** Over all places that are not this computer. */
  age: z.enum(BACKUP_AGES),
  passphraseSince: Instant.nullable(),
  schedule: BackupSchedule,
  running: z
    .object({
      what: z.enum(['backup', 'rehearsal', 'check']),
      placeId: z.uuid().nullable(),
      step: z.enum(BACKUP_STEPS),
      done: z.number(),
      total: z.number(),
    })
    .nullable(),
  /**
   * How the last run ended, place by place; of one that goes on, the places that are done. "Safe to remove" is only said of those
   * that were read again.
   */
  lastRun: z
    .array(z.object({ placeId: z.uuid(), safeToRemove: z.boolean(), trouble: z.enum(BACKUP_TROUBLES).nullable() }))
    .nullable(),
  rehearsal: Rehearsal.nullable(),
  check: VaultCheck.nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

const roles = ['counselor', 'director', 'administrator'] as const
const states = ['unlocked', 'read-only'] as const
/** The passphrase opens everything that was ever written: not for who only looks after the machine. */
const whoMayRead = ['counselor', 'director'] as const
export const backups = {
  status: hosted({ roles, states }, z.object({}), BackupStatus),
  /** `invalid`/`folder` with reason `missing`, `not-a-folder`, `read-only`, `inside-vault`, `known`, `synced`. */
  addPlace: hosted({ roles }, z.object({ label: Line.min(1).max(40), folder: z.string().min(1).max(1000) }), Done),
  /** Sets that are there stay there. */
  removePlace: hosted({ roles }, z.object({ placeId: z.uuid() }), Done),
  saveSchedule: hosted({ roles }, z.object({ schedule: BackupSchedule }), Done),
  /** Generated, at least 80 bits; kept in memory until it was typed back. */
  preparePassphrase: hosted({ roles: whoMayRead }, z.object({}), z.object({ passphrase: z.string() })),
  setPassphrase: hosted({ roles: whoMayRead }, z.object({ passphrase: Password, password: Password }), Done),
  /** Goes on in the background; `status` tells how far. `conflict`/`running`. */
  start: hosted({ roles, states }, z.object({ placeIds: z.array(z.uuid()).min(1).max(20) }), Done),
  cancel: hosted({ roles, states }, z.object({}), Done),
  sets: hosted({ roles, states }, z.object({ placeId: z.uuid() }), z.array(BackupSet)),
  rehearse: hosted({ roles, states }, z.object({}), Done),
  checkVault: hosted({ roles, states }, z.object({}), Done),
}
