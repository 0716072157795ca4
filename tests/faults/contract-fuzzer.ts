import { inspect } from 'node:util'
import { AppError } from '#contract/errors'
import type { Procedure } from './contract-inputs.ts'

/** What is asked, and how to see whether it changed anything. */
export type Door = {
  call(path: readonly string[], input: unknown): Promise<unknown>
  /** Cheap: differs after anything was written. */
  mark(): unknown
  /** Dear: differs after anything is other than before. */
  digest(): string
}
export type Attempt = { flaw?: string; answer?: unknown }

/** For so long a call may take; one that reads a whole file longer. A computer that is busy beside is no reason to fail. */
const SLOW_MS = { small: 5_000, file: 20_000 }

/**
 * One call with one input. A flaw is an error that is no AppError or is `internal`, a change in spite of an error, an
 * answer that the contract does not allow, or an answer that takes too long.
 */
export async function attempt(door: Door, procedure: Procedure, input: unknown, thorough = false): Promise<Attempt> {
  const before = thorough ? door.digest() : door.mark()
  const start = performance.now()
  const took = (): string | undefined =>
    performance.now() - start > (procedure.meta.large ? SLOW_MS.file : SLOW_MS.small)
      ? `took ${Math.round(performance.now() - start)} ms`
      : undefined
  try {
    const answer = await door.call(procedure.path.split('.'), input)
    const slow = took()
    if (slow) return { flaw: slow }
    const checked = procedure.output.safeParse(answer)
    return checked.success
      ? { answer }
      : { flaw: `an answer that does not fit: ${checked.error.issues[0]?.path.join('.')}` }
  } catch (error) {
    const slow = took()
    if (!(error instanceof AppError)) return { flaw: `no AppError: ${String(error)}` }
    if (error.code === 'internal') return { flaw: `internal, reference ${error.data.reference}` }
    if (before !== (thorough ? door.digest() : door.mark()))
      return { flaw: `changed something and said ${error.message}` }
    return slow ? { flaw: slow } : {}
  }
}

/** An input in one line of a report. */
export const said = (input: unknown): string =>
  inspect(input, { depth: 6, breakLength: Infinity, maxStringLength: 80 }).slice(0, 600)
