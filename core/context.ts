import type { ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { LifecycleMeta, ReadMeta, WriteMeta } from '#contract/procedure'
import type { Account } from '#contract/settings'
import type { AuditEvent } from '#core/audit'
import type { Workbook } from '#core/imports/workbook'
import type { ReadableDb, WritableDb } from '#db/connection'

/** Work that needs another thread or the host's memory; given by `electron/host`. */
export type Services = {
  /** Reads a spreadsheet or text table in a worker with limits. Rejects with AppError `invalid` and a FILE_PROBLEMS reason. */
  readWorkbook(fileName: string, content: Uint8Array): Promise<Workbook>
  /** Files that were inspected and wait for their import, by fileId. Emptied at lock. */
  openFiles: Map<string, { fileName: string; workbook: Workbook }>
  /** This program is sold: instruments under non-commercial terms are withheld. */
  paidBuild?: boolean
}

/** Text closed to its author's key pair alone. `unseal` gives null for what was closed to another key or is not as it was. */
export type OwnSeal = {
  publicKey: string
  seal(text: string, id: string): Uint8Array
  unseal(sealed: Uint8Array, id: string): string | null
}

type Context = {
  me: Account
  practice: boolean
  /** The own keys of whoever works here; null while the vault was opened by the recovery code alone. */
  own: OwnSeal | null
  services: Services
  /** UTC instant, `2026-11-21T04:31:07.123Z`. */
  now(): string
  /** Wall time at the school, `2026-11-21T12:31`. */
  localNow(): string
  /** Calendar date at the school, `2026-11-21`. */
  today(): string
  newId(): string
}
/** What a read gets: a database that cannot be written. */
export type ReadContext = Context & { db: ReadableDb }
/** What a write gets: an open transaction and the log that belongs to it. Handlers are synchronous. */
export type WriteContext = Context & {
  db: WritableDb
  audit(event: AuditEvent, about?: { subjectId?: string | null; studentId?: string | null }): void
}

type Handler<P> =
  P extends ContractProcedure<infer I, infer O, infer _E, infer M>
    ? I extends z.ZodType
      ? O extends z.ZodType
        ? M extends ReadMeta
          ? (ctx: ReadContext, input: z.output<I>) => z.input<O> | Promise<z.input<O>>
          : M extends WriteMeta
            ? (ctx: WriteContext, input: z.output<I>) => z.input<O>
            : never
        : never
      : never
    : never

type IsHosted<P> =
  P extends ContractProcedure<infer _I, infer _O, infer _E, infer M> ? (M extends LifecycleMeta ? true : false) : false

/** One function per procedure of a feature's contract, but for those the host answers; the compiler names what is missing. */
export type Handlers<F> = { [K in keyof F as IsHosted<F[K]> extends true ? never : K]: Handler<F[K]> }
/** One function per procedure that the host answers. */
export type HostedHandlers<F> = {
  [K in keyof F as IsHosted<F[K]> extends true ? K : never]: F[K] extends ContractProcedure<
    infer I,
    infer O,
    infer _E,
    infer _M
  >
    ? I extends z.ZodType
      ? O extends z.ZodType
        ? (input: z.output<I>) => z.input<O> | Promise<z.input<O>>
        : never
      : never
    : never
}
