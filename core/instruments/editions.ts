import type { Instrument } from '#contract/instrument-file'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import type { ReadableDb } from '#db/connection'
import { findLatestEdition, findLatestOwnEditions, insertEdition, type Edition } from '#db/repos/instruments'
import { builtIn } from './built-in.ts'

export type InForce = { file: Instrument; origin: Edition['origin'] }

/** The file of an instrument that counts now: the school's newest own edition, else the built-in one. */
export function inForce(db: ReadableDb, instrumentId: string): InForce | undefined {
  const own = findLatestEdition(db, instrumentId, 'own')
  if (own) return { file: own.file, origin: 'own' }
  const file = builtIn().find(({ id }) => id === instrumentId)
  return file && { file, origin: 'built-in' }
}

/** The whole library: built-in instruments in their order, then the school's own. */
export function allInForce(db: ReadableDb): InForce[] {
  const own = new Map(findLatestOwnEditions(db).map((edition) => [edition.instrumentId, edition.file]))
  const fromTheStart = builtIn().map((file): InForce => {
    const changed = own.get(file.id)
    own.delete(file.id)
    return changed ? { file: changed, origin: 'own' } : { file, origin: 'built-in' }
  })
  return [...fromTheStart, ...[...own.values()].map((file): InForce => ({ file, origin: 'own' }))]
}

/**
 * The stored edition of the file in force, so that a result keeps word for word what it was made with. A built-in file is
 * stored when it is first used, and again when a newer program brings another text.
 */
export function ensureEdition(ctx: WriteContext, instrumentId: string): Edition {
  const own = findLatestEdition(ctx.db, instrumentId, 'own')
  if (own) return own
  const { file } = found(inForce(ctx.db, instrumentId), 'instrumentId')
  const latest = findLatestEdition(ctx.db, instrumentId)
  return latest?.body === JSON.stringify(file) ? latest : storeEdition(ctx, file, 'built-in')
}

export function storeEdition(ctx: WriteContext, file: Instrument, origin: Edition['origin']): Edition {
  insertEdition(ctx.db, {
    id: ctx.newId(),
    instrumentId: file.id,
    version: file.version,
    origin,
    title: { zh: file.title.zh, en: file.title.en },
    short: file.title.short,
    itemCount: lineCount(file),
    body: JSON.stringify(file),
    addedAt: ctx.now(),
    addedBy: origin === 'own' ? ctx.me.id : null,
  })
  return found(findLatestEdition(ctx.db, file.id), 'instrumentId')
}

/** How many lines there are to fill in: questions, or scores of scales. */
export const lineCount = (file: Instrument): number =>
  file.kind === 'score-entry' ? file.scales.length : file.items.length
