import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '#contract/all'
import { AppError } from '#contract/errors'
import type { ProcedureMeta, ReadMeta, VaultState, WriteMeta } from '#contract/procedure'
import { accountOf } from '#core/accounts'
import { handlers } from '#core/all'
import type { AuditEvent } from '#core/audit'
import type { ReadContext, Services, WriteContext } from '#core/context'
import {
  checkSubjects,
  formerReply,
  namedSubject,
  refuseDestroyed,
  refuseOtherRoles,
  rememberReply,
} from '#core/gatekeeping'
import { refuseOthers } from '#core/ownership'
import { stampChanges } from '#core/revisions'
import { asStorageError } from '#db/errors'
import type { Clock } from './clock.ts'
import { recordInRoom } from './damage.ts'
import type { Log } from './log.ts'
import type { OpenRoom } from './room.ts'
import { contextOf, writeContextOf } from './write-context.ts'

type Procedure = {
  path: string
  meta: ProcedureMeta
  input: z.ZodType
  output: z.ZodType
  handler: (...args: never[]) => unknown
}
/** The calls that the host answers itself, by feature. */
export type LifecycleHandlers = Record<string, Record<string, (input: never) => unknown>>
export type Gate = { call(path: readonly string[], input: unknown): Promise<unknown> }

type Parts = {
  state(): VaultState
  room(): OpenRoom | null
  /** Null for a gate behind an open vault that cannot be locked, as the practice school's. */
  lifecycle: LifecycleHandlers | null
  services: Services
  clock: Clock
  newId(): string
  log: Log
  /** The disk takes no more, or refuses. */
  onStorage?(reason: string): void
}

/**
 * The one gate of both shells. In order: is there such a call → state → role → input → for a write, one transaction with
 * its audit rows: request seen before → subjects fit → own or allowed → handler → output. Whatever is thrown leaves as an AppError.
 */
export function createGate(parts: Parts): Gate {
  const procedures = listProcedures(parts.lifecycle)
  return {
    async call(path, input) {
      const name = path.join('.')
      try {
        const procedure = procedures.get(name)
        if (!procedure) throw new AppError('not-found', { reason: 'procedure' })
        return await run(parts, procedure, input)
      } catch (error) {
        throw asAppError(error, name, parts)
      }
    },
  }
}

function listProcedures(lifecycle: LifecycleHandlers | null): Map<string, Procedure> {
  const ofCore: Record<string, Record<string, unknown>> = handlers
  const procedures = new Map<string, Procedure>()
  for (const [feature, calls] of Object.entries(contract)) {
    for (const [verb, call] of Object.entries(calls)) {
      if (!isContractProcedure(call)) continue
      const { inputSchema, outputSchema, meta } = call['~orpc']
      if (lifecycle === null && meta.kind === 'lifecycle') continue
      const handler = (meta.kind === 'lifecycle' ? lifecycle : ofCore)?.[feature]?.[verb]
      if (!(inputSchema instanceof z.ZodType && outputSchema instanceof z.ZodType && typeof handler === 'function'))
        throw new Error(`${feature}.${verb} has no handler or no schema`)
      const path = `${feature}.${verb}`
      procedures.set(path, {
        path,
        meta,
        input: inputSchema,
        output: outputSchema,
        handler: handler as Procedure['handler'],
      })
    }
  }
  return procedures
}

async function run(parts: Parts, procedure: Procedure, raw: unknown): Promise<unknown> {
  const { meta } = procedure
  const state = parts.state()
  if (meta.kind === 'lifecycle') {
    const room = parts.room()
    if (!meta.states.includes(state)) throw stateError(state)
    if (meta.roles) {
      if (!room) throw stateError(state)
      refuseOtherRoles(meta.roles, room.me)
    }
    refuseBeforeOwnPassword(procedure.path, room)
    return procedure.output.parse(await procedure.handler(parsed(procedure.input, raw) as never))
  }
  const room = parts.room()
  if (room === null || !fits(state, room, meta)) throw stateError(state)
  refuseOtherRoles(meta.roles, room.me)
  refuseBeforeOwnPassword(procedure.path, room)
  const input = parsed(procedure.input, raw) as Record<string, unknown>
  return meta.kind === 'read' ? read(parts, room, procedure, meta, input) : write(parts, room, procedure, meta, input)
}

/** On a full disk typed text is still put away: the reserve is there for it. */
const fits = (state: VaultState, room: OpenRoom, meta: ReadMeta | WriteMeta): boolean =>
  state === 'unlocked' ||
  (state === 'read-only' && (meta.kind === 'read' || (meta.repeatable === true && room.alarm?.kind === 'disk-full')))

async function read(
  parts: Parts,
  room: OpenRoom,
  procedure: Procedure,
  meta: ReadMeta,
  input: Record<string, unknown>,
): Promise<unknown> {
  const studentId = checkSubjects(room.connection.readable, meta.subjects ?? [], input)
  const ctx: ReadContext = { ...contextOf(parts, room), db: room.connection.readable }
  checkOwner(ctx, meta, input)
  const output = procedure.output.parse(await procedure.handler(...([ctx, input] as never[])))
  const event = meta.audited
  if (event !== undefined) {
    if (parts.room() !== room) throw new AppError('locked')
    recordInRoom(parts, room, event as AuditEvent, { subjectId: namedSubject(input), studentId })
  }
  return output
}

function write(
  parts: Parts,
  room: OpenRoom,
  procedure: Procedure,
  meta: WriteMeta,
  input: Record<string, unknown>,
): unknown {
  const requestId = String(input['requestId'])
  const answer = room.connection.transaction((db) => {
    const former = meta.repeatable ? null : formerReply(db, requestId, procedure.path)
    if (former) return procedure.output.parse(former.reply)
    checkSubjects(db, meta.subjects ?? [], input)
    refuseDestroyed(db, meta.subjects ?? [], input)
    const ctx = writeContextOf(parts, room, db)
    checkOwner(ctx, meta, input)
    const output = procedure.output.parse(procedure.handler(...([ctx, input] as never[])))
    stampChanges(db, ctx)
    if (!meta.repeatable) rememberReply(db, requestId, procedure.path, output, parts.clock.now())
    return output
  })
  // Whoever changes her own roles has them at once; anybody else's are read at her next unlock.
  if (input['accountId'] === room.me.id) room.me = accountOf(room.connection.readable, room.me.id)
  return answer
}

/** Papers name their subject in their own way: they ask for themselves. */
function checkOwner(ctx: ReadContext | WriteContext, meta: ReadMeta | WriteMeta, input: Record<string, unknown>): void {
  const [subject] = meta.subjects ?? []
  if (meta.others && subject) refuseOthers(ctx, meta.others, subject, String(input[`${subject}Id`]))
}

const BEFORE_OWN_PASSWORD: readonly string[] = [
  'accounts.changePassword',
  'vault.status',
  'vault.suggestPassword',
  'vault.checkPassword',
  'vault.lock',
  'vault.leavePractice',
]
/** Who came in with a start code chooses a password first. */
function refuseBeforeOwnPassword(path: string, room: OpenRoom | null): void {
  if (room?.startCode && !BEFORE_OWN_PASSWORD.includes(path)) throw new AppError('forbidden', { reason: 'start-code' })
}

function parsed(schema: z.ZodType, raw: unknown): unknown {
  const result = checked(schema, raw)
  if (result.success) return withoutUndefined(result.data)
  const field = result.error.issues[0]?.path.join('.')
  throw new AppError('invalid', field ? { field } : {})
}

/** The validator trips over an object that pretends to be a list and whose length is no number. */
function checked(schema: z.ZodType, raw: unknown) {
  try {
    return schema.safeParse(raw)
  } catch (error) {
    throw new AppError('invalid', {}, { cause: error })
  }
}

/** A field that is there without a value is a field that is not there: laid over a record it must not empty it. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  const given = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(given.map(([key, one]) => [key, withoutUndefined(one)]))
}

const stateError = (state: VaultState): AppError =>
  state === 'unlocked'
    ? new AppError('conflict', { reason: 'unlocked' })
    : state === 'read-only'
      ? new AppError('storage', { reason: 'read-only' })
      : new AppError('locked', { reason: state })

/** A bug leaves as `internal` with a reference; the log holds the reference and the stack, never a message or a value. */
function asAppError(thrown: unknown, path: string, parts: Parts): AppError {
  const error = asStorageError(thrown)
  if (error instanceof AppError) {
    if (error.code === 'storage') {
      parts.log({ path, code: error.code, reason: error.data.reason ?? '' })
      parts.onStorage?.(error.data.reason ?? '')
    }
    return error
  }
  const reference = parts.newId().slice(0, 8)
  parts.log({ path, reference, name: error instanceof Error ? error.name : typeof error, stack: framesOf(error) })
  return new AppError('internal', { reference })
}

const framesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .join('\n')
    : ''
