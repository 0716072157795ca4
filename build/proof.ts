/** Writes docs/proof.md from what the tests of faults have measured (.cache/faults). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { newestOf, proofPage } from '#tests/faults/proof-page'
import { type FigureLine, PROOF_IDS } from '#tests/faults/proofs'

const root = join(import.meta.dirname, '..')

export function writeProof(): FigureLine[] {
  const lines = newestOf(PROOF_IDS.flatMap(linesOf))
  const machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version.slice(1),
  }
  const on = new Date().toISOString().slice(0, 10)
  writeFileSync(join(root, 'docs', 'proof.md'), proofPage({ on, machine, lines }))
  return lines
}

function linesOf(id: string): FigureLine[] {
  const file = join(root, '.cache', 'faults', `${id}.json`)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as FigureLine)
}

if (import.meta.main) console.log(`${writeProof().length} figures in docs/proof.md`)
