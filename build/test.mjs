/** `npm test`: the whole set-up and every test, each part with its time, closed by one line that counts. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root, say, toolEnvironment } from './setup.mjs'

const cache = join(root, '.cache', 'tests')
let passed = 0
let failed = 0

count('set-up', () => run(process.execPath, ['build/setup.mjs']))
if (failed > 0) finish()
count('browser', () => run(pinnedNode, ['build/browser.ts']))
count('fault shim', () => run(pinnedNode, ['build/shim.ts']))
count('format', () => tool('oxfmt/bin/oxfmt', ['--check']))
count('lint', () => tool('oxlint/bin/oxlint', ['--type-aware']))
count('types', () => tool('typescript/bin/tsc', ['-b']))
countTests('unit', (report) => tool('vitest/vitest.mjs', ['run', '--project', 'node', '--project', 'host', ...report]))
countTests('e2e', (report) => run(pinnedNode, ['build/e2e.ts', ...report]))
finish()

function finish() {
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/** A part that is one check: its failure counts as one. */
function count(name, part) {
  if (!timed(name, part)) failed += 1
}

/** A part of many tests, read from its own report; one more failure when it failed without a failed test. */
function countTests(name, part) {
  const file = join(cache, `${name}.json`)
  mkdirSync(cache, { recursive: true })
  rmSync(file, { force: true })
  const isGood = timed(name, () => part(['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]))
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
  passed += report.numPassedTests
  failed += report.numFailedTests + (!isGood && report.numFailedTests === 0 ? 1 : 0)
}

function timed(name, part) {
  const start = performance.now()
  const isGood = part() !== false
  say(`── ${name}: ${isGood ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return isGood
}

function tool(place, args) {
  return run(pinnedNode, [join('node_modules', place), ...args])
}

function run(program, args) {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', env: toolEnvironment() }).status === 0
}
