import type { Both, Instrument } from '#contract/instrument-file'
import type { Summary, SummaryLine } from '#contract/screenings'
import type { ReadContext } from '#core/context'
import { found } from '#core/found'
import { bandOf } from '#core/instruments/bands'
import { findEdition } from '#db/repos/instruments'
import { findEntryFacts, type EntryFacts } from '#db/repos/screening-entries'
import { schoolOrder } from './class-order.ts'
import { hiddenBands, hiddenLines } from './hide-small.ts'
import { getRound, shownRound } from './rounds.ts'
import type { Tree } from './squeeze.ts'

/** Where a student has no grade or class. */
const NO_NAME = '—'
const NO_LEVEL: Both = { zh: '无预警', en: 'No warning' }
type Scope = { grade: string | null; className: string | null; keys: EntryFacts[] }
type Bands = { names: Both[]; indexOf(key: EntryFacts): number }

/** Numbers of a round by grade and class, without names and without what would give a hidden one away. */
export function summaryOf(ctx: ReadContext, roundId: string, hideBelow: number): Summary {
  const round = getRound(ctx, roundId)
  const { file } = found(findEdition(ctx.db, round.editionId), 'roundId')
  const { scopes, tree } = scopesOf(ctx, findEntryFacts(ctx.db, roundId))
  const bands = bandsOf(file, scopes[0]?.keys ?? [])
  const lines = scopes.map((scope) => lineOf(scope, bands))
  return {
    round: shownRound(ctx, round),
    bandNames: bands.names,
    hideBelow,
    lines: hide(lines, scopes, tree, hideBelow),
  }
}

/** All, then each grade with its classes. */
function scopesOf(ctx: ReadContext, all: EntryFacts[]): { scopes: Scope[]; tree: Tree } {
  const { byClass, byGrade } = schoolOrder(ctx)
  const scopes: Scope[] = [{ grade: null, className: null, keys: all }]
  const tree: Tree = { line: 0, parts: [] }
  const byName = (order: (a: string, b: string) => number) => (a: [string, unknown], b: [string, unknown]) =>
    order(a[0], b[0])
  const grades = [...Map.groupBy(all, (key) => key.grade ?? NO_NAME)].sort(byName(byGrade))
  for (const [grade, ofGrade] of grades) {
    const part: Tree = { line: scopes.push({ grade, className: null, keys: ofGrade }) - 1, parts: [] }
    tree.parts.push(part)
    const classes = [...Map.groupBy(ofGrade, (key) => key.className ?? NO_NAME)].sort(byName(byClass))
    for (const [className, keys] of classes)
      part.parts.push({ line: scopes.push({ grade, className, keys }) - 1, parts: [] })
  }
  return { scopes, tree }
}

/** Our own bands where the instrument has some, else the platform's levels. */
function bandsOf({ scales }: Instrument, all: readonly EntryFacts[]): Bands {
  const first = scales.find(({ primary }) => primary)
  if (first && first.bands.length > 0)
    return {
      names: first.bands.map(({ zh, en }) => ({ zh, en })),
      indexOf: (key) => {
        const band = key.void === 1 ? null : bandOf(first, key.score)
        return band === null ? -1 : first.bands.indexOf(band)
      },
    }
  const levels = [...Map.groupBy(all, ({ level }) => level)]
    .flatMap(([level, keys]) => (level === null ? [] : [{ level, count: keys.length }]))
    .sort((a, b) => a.count - b.count)
    .map(({ level }) => level)
  if (levels.length === 0) return { names: [], indexOf: () => -1 }
  return {
    names: [...levels.map((level) => ({ zh: level, en: level })), NO_LEVEL],
    indexOf: ({ level, state, void: isVoid }) =>
      level !== null ? levels.indexOf(level) : state === 'done' && isVoid !== 1 ? levels.length : -1,
  }
}

const counted = (keys: readonly EntryFacts[], holds: (key: EntryFacts) => boolean): number => keys.filter(holds).length
/** Sheets that have a score and count. */
const scored = (keys: readonly EntryFacts[]): number[] =>
  keys.flatMap(({ score, void: isVoid }) => (score === null || isVoid === 1 ? [] : [score]))
const oneDecimal = (value: number): number => Math.round(value * 10) / 10

function lineOf({ grade, className, keys }: Scope, bands: Bands) {
  const done = counted(keys, ({ state }) => state === 'done')
  const expected = keys.length - counted(keys, ({ state }) => state === 'excused')
  const scores = scored(keys)
  const inBands = bands.names.map(() => 0)
  for (const key of keys) {
    const band = bands.indexOf(key)
    if (band >= 0) inBands[band] = (inBands[band] ?? 0) + 1
  }
  return {
    grade,
    className,
    due: keys.length,
    done,
    coverage: expected === 0 ? null : oneDecimal((done / expected) * 100),
    flagged: counted(keys, ({ flagged }) => flagged === 1),
    seen: counted(keys, ({ seenOn }) => seenOn !== null),
    falseAlarm: counted(keys, ({ outcome }) => outcome === 'false-alarm'),
    mean: scores.length === 0 ? null : oneDecimal(scores.reduce((sum, score) => sum + score, 0) / scores.length),
    bands: inBands,
  }
}
type FullLine = ReturnType<typeof lineOf>

function hide(lines: FullLine[], scopes: readonly Scope[], tree: Tree, limit: number): SummaryLine[] {
  const of = (value: (line: FullLine) => number): Set<number> => hiddenLines(tree, lines.map(value), limit)
  const flagged = of((line) => line.flagged)
  const seen = of((line) => line.seen)
  const falseAlarm = of((line) => line.falseAlarm)
  const means = hiddenLines(
    tree,
    scopes.map(({ keys }) => scored(keys).length),
    limit,
  )
  const { lines: inBands, bands } = hiddenBands(
    tree,
    lines.map((line) => line.bands),
    limit,
  )
  return lines.map((line, at) => ({
    ...line,
    flagged: flagged.has(at) ? null : line.flagged,
    seen: seen.has(at) ? null : line.seen,
    falseAlarm: falseAlarm.has(at) ? null : line.falseAlarm,
    mean: means.has(at) ? null : line.mean,
    bands: line.bands.map((count, band) => (inBands.has(at) && bands.has(band) ? null : count)),
  }))
}
