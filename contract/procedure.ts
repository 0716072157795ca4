import type { AnySchema, ContractProcedure } from '@orpc/contract'
import { oc } from '@orpc/contract'
import { z } from 'zod'

/** Roles of a school counseling room (capabilities.md §3). */
export const ROLES = ['counselor', 'director', 'duty', 'supervisor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** States of the vault that the gate knows (security.md §3.6). */
export const VAULT_STATES = ['setup', 'locked', 'unlocked', 'kiosk', 'read-only'] as const
export type VaultState = (typeof VAULT_STATES)[number]

/** Kinds of record that belong to exactly one student; the gate checks that the two match. */
export const SUBJECTS = [
  'student',
  'case',
  'visit',
  'note',
  'consent',
  'crisis',
  'referral',
  'assessment',
  'task',
  'wait',
  'letter',
  'observation',
  'person',
  'contact',
  'conference',
  'plan',
  'review',
  'stage',
  'followup',
  'growth',
  'attachment',
  'aid',
  'acceptance',
  'decline',
] as const
export type Subject = (typeof SUBJECTS)[number]

type Common = {
  /** Audit event written by the gate when a sensitive read succeeds. */
  audited?: string
  /** Input fields that are checked to belong to `studentId`, e.g. `['visit']` checks `visitId`. */
  subjects?: readonly Subject[]
  /**
   * What holds for a record of somebody else's case (the first of `subjects`): `reason`: a reason must have been given
   * (`accounts.giveReason`), else `forbidden`/`reason-needed`; `never`: `forbidden`/`not-yours`. Left out: whoever has the role may.
   */
  others?: 'reason' | 'never'
  /** The body may be a whole file (≤ 30 MB once encoded). */
  large?: boolean
}
export type ReadMeta = Common & { kind: 'read'; roles: readonly Role[] }
export type WriteMeta = Common & {
  kind: 'write'
  roles: readonly Role[]
  /** Doing it twice is doing it once by its own rule (autosave): the gate keeps no answer for the `requestId`. */
  repeatable?: boolean
}
/** `roles`: who may call it while a room is open; a call that is only for a closed room has none. */
export type LifecycleMeta = {
  kind: 'lifecycle'
  states: readonly VaultState[]
  roles?: readonly Role[]
  large?: boolean
}
export type ProcedureMeta = ReadMeta | WriteMeta | LifecycleMeta

type Roles = Role | readonly [Role, ...Role[]]
type Options = Common & { roles: Roles }
const rolesOf = (roles: Roles): readonly Role[] => (typeof roles === 'string' ? [roles] : roles)

/** A call that looks. Its handler gets a context that cannot write. */
export const read = <I extends AnySchema, O extends AnySchema>(
  { roles, ...rest }: Options,
  input: I,
  output: O,
): ContractProcedure<I, O, Record<never, never>, ReadMeta> =>
  oc
    .$meta<ReadMeta>({ kind: 'read', roles: rolesOf(roles), ...rest })
    .input(input)
    .output(output)

/**
 * A call that changes something, inside one transaction together with its audit row.
 * `requestId` is made by the window once per intention: the same id twice makes one row.
 */
export const write = <S extends z.ZodRawShape, O extends AnySchema>(
  { roles, ...rest }: Options & Pick<WriteMeta, 'repeatable'>,
  shape: S,
  output: O,
): ContractProcedure<z.ZodObject<S & { requestId: z.ZodUUID }>, O, Record<never, never>, WriteMeta> =>
  oc
    .$meta<WriteMeta>({ kind: 'write', roles: rolesOf(roles), ...rest })
    .input(z.object({ ...shape, requestId: z.uuid() }))
    .output(output)

/** A call on the vault itself: set-up, unlock, lock. No database is open for it. */
export const lifecycle = <I extends AnySchema, O extends AnySchema>(
  states: readonly [VaultState, ...VaultState[]],
  input: I,
  output: O,
): ContractProcedure<I, O, Record<never, never>, LifecycleMeta> =>
  oc.$meta<LifecycleMeta>({ kind: 'lifecycle', states }).input(input).output(output)

/**
 * A call that the host itself answers while the room is open, because it takes long or touches keys and files: it is not one
 * transaction. Its handler writes down what it did.
 */
export const hosted = <I extends AnySchema, O extends AnySchema>(
  { roles, states = ['unlocked'] }: { roles: Roles; states?: readonly [VaultState, ...VaultState[]] },
  input: I,
  output: O,
): ContractProcedure<I, O, Record<never, never>, LifecycleMeta> =>
  oc
    .$meta<LifecycleMeta>({ kind: 'lifecycle', states, roles: rolesOf(roles) })
    .input(input)
    .output(output)
