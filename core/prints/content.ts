import type { z } from 'zod'
import type { PrintForm, PrintModel } from '#contract/prints'
import type { Subject } from '#contract/procedure'
import type { ReadContext, WriteContext } from '#core/context'

/** The parts of the model that a paper fills. */
export type PaperContent = Partial<z.input<typeof PrintModel>>

/** How one kind of paper is made: what stands on it, and whose it is. */
export type PaperKind = {
  content(ctx: ReadContext, subjectId: string): PaperContent | Promise<PaperContent>
  /** Read by the rule of this record; left out where the paper shows nothing of a case, or a crisis. */
  readAs?: Subject
  /** The student it is about, null when it is about nobody. Throws when the paper may not be printed. */
  studentOf(ctx: WriteContext, subjectId: string): string | null
}
export type PaperKinds<F extends PrintForm> = Record<F, PaperKind>
