import type { AssessmentLine } from '#contract/assessments'
import { askedItems } from '#contract/instrument-flow'
import type { ReadContext } from '#core/context'
import type { StoredLine } from '#db/repos/assessment-lines'
import { findEdition } from '#db/repos/instruments'

/** Lines as lists show them; an open sheet counts only what is asked after the answers so far. */
export function toLines(ctx: ReadContext, stored: readonly StoredLine[]): AssessmentLine[] {
  const open = new Set(stored.flatMap(({ editionId, openAnswers }) => (openAnswers ? [editionId] : [])))
  const files = new Map([...open].map((id) => [id, findEdition(ctx.db, id)?.file]))
  return stored.map(({ editionId, openAnswers, ...line }) => {
    const file = files.get(editionId)
    if (!openAnswers || !file) return { ...line, answered: line.itemCount }
    const asked = file.kind === 'score-entry' ? file.scales : askedItems(file, openAnswers)
    return { ...line, answered: asked.filter(({ id }) => id in openAnswers).length, itemCount: asked.length }
  })
}
