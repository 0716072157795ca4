/**
 * `npm run faults [-- D1 D3] [--minutes N] [--quick]`: every test of faults with its large numbers, hours if need be, and
 * docs/proof.md from what they measured. `--minutes`: so long for each thing that is tried, then what was done counts.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROOF_IDS, PROOFS, type ProofId, sentenceOf } from '#tests/faults/proofs'
import { sourceFiles } from '#tests/source-files'
import { writeProof } from './proof.ts'
import { ensureShim } from './shim.ts'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((id) => !PROOF_IDS.some((known) => known === id))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${PROOF_IDS.join(', ')}.`)
const asked = PROOF_IDS.filter((id) => positionals.length === 0 || positionals.includes(id))

/** Where a figure is measured: each file with all it reports. */
const reporters = sourceFiles().flatMap(({ path, text }) => {
  const ids = PROOF_IDS.filter((id) => text.includes(`report('${id}'`))
  return ids.length > 0 ? [{ path, ids }] : []
})
const files = reporters.filter(({ ids }) => ids.some((id) => asked.includes(id)))

const env: NodeJS.ProcessEnv = { ...process.env, QUIETROOM_FAULTS: values.quick ? 'quick' : 'long' }
if (values.minutes) env['QUIETROOM_FAULTS_MINUTES'] = values.minutes

ensureShim()
for (const id of new Set(files.flatMap(({ ids }) => ids)))
  rmSync(join(root, '.cache', 'faults', `${id}.json`), { force: true })
const failed = files.filter(({ path, ids }) => !measured(path, ids))
for (const line of writeProof().filter(({ id }) => asked.includes(id))) console.log(`${line.id}  ${sentenceOf(line)}`)
for (const { path } of failed) console.log(`FAILED: ${path}`)
process.exitCode = failed.length === 0 ? 0 : 1

function measured(path: string, ids: readonly ProofId[]): boolean {
  const start = performance.now()
  for (const id of ids) console.log(`── ${id}: ${PROOFS[id]}`)
  const done = spawnSync(process.execPath, commandFor(path), { cwd: root, stdio: 'inherit', env })
  console.log(
    `── ${path}: ${done.status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 60_000).toFixed(1)} min`,
  )
  return done.status === 0
}

/** End-to-end tests need the built app and a browser; what `build/` measures around all of them runs all of them. */
function commandFor(path: string): string[] {
  const e2e = join('build', 'e2e.ts')
  if (path.startsWith('build/')) return [e2e]
  if (path.startsWith('tests/e2e/')) return [e2e, path]
  return [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    'node',
    '--project',
    'host',
    '--testTimeout=172800000',
    path,
  ]
}
