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

/** A call that takes so long hangs; a computer that is slow or busy beside is no reason to fail. */
const HANGS_MS = 100_000

/**
 * One call with one input. A flaw is an error that is no AppError or is `internal`, a change in spite of an error, an
 * answer that the contract does not allow, or an answer that takes too long.
 */
export async function attempt(door: Door, procedure: Procedure, input: unknown, thorough = false): Promise<Attempt> {
  const before = thorough ? door.digest() : door.mark()
  const start = performance.now()
  const took = (): string | undefined =>
    performance.now() - start > HANGS_MS ? `took ${Math.round(performance.now() - start)} ms` : undefined
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
