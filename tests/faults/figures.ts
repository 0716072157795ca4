import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFailed } from 'vitest'
import { ROOT } from '#tests/source-files'
import { type FigureLine, type Figures, type ProofId, sentenceOf } from './proofs.ts'
import { randomFrom, type Random } from './random.ts'

/** One file of lines for each proof; `docs/proof.md` is made from them. */
export const FIGURES = join(ROOT, '.cache', 'faults')

const isLong = process.env['QUIETROOM_FAULTS'] === 'long'
/** The small number inside `npm test`, the large one in `npm run faults`. */
export const tier = <T>(quick: T, long: T): T => (isLong ? long : quick)

/** How long a test may take: as given inside `npm test`, two days in `npm run faults`. */
export const patience = (quickMs: number): number => tier(quickMs, 48 * 3600_000)

/** Counts up to the tier's number and stops before when the minutes given to `npm run faults` are over; report what was done. */
export function* rounds(quick: number, long: number): Generator<number> {
  const minutes = Number(process.env['QUIETROOM_FAULTS_MINUTES'] ?? Infinity)
  const end = performance.now() + minutes * 60_000
  for (let at = 0; at < tier(quick, long) && performance.now() < end; at++) yield at
}

/** Randomness of one test; a failed test says its seed, and `QUIETROOM_SEED` repeats it. */
export function seeded(): Random {
  const seed = Number(process.env['QUIETROOM_SEED'] ?? randomInt(2 ** 31))
  onTestFailed(() => say(`repeat with QUIETROOM_SEED=${seed}`))
  return randomFrom(seed)
}

/** Keeps a figure for `docs/proof.md` and says it in one line. Several of one id are told apart by `what`. */
export function report(id: ProofId, figures: Figures): void {
  const line: FigureLine = {
    id,
    ...figures,
    tier: tier('quick', 'long'),
    at: new Date().toISOString(),
    commit: commit(),
  }
  mkdirSync(FIGURES, { recursive: true })
  appendFileSync(join(FIGURES, `${id}.json`), `${JSON.stringify(line)}\n`)
  say(`${id}  ${sentenceOf(figures)}`)
}

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

const say = (line: string): void => void writeSync(1, `${line}\n`)
