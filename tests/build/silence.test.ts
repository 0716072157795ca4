import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { ROOT } from '#tests/source-files'

it('whatever is sent out of the computer is counted, and talk with itself is not', (t) => {
  const ways = ['loopback', 'fetch', 'name', 'neighbours']
  const { stdout } = spawnSync(process.execPath, ['build/try-silence.ts', ...ways], { cwd: ROOT, encoding: 'utf8' })
  if (stdout === 'not measured\n') return t.skip('namespaces are not permitted here')
  const counts = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  )
  expect(Number(counts.loopback)).toBe(0)
  for (const way of ['fetch', 'name', 'neighbours']) expect(Number(counts[way]), way).toBeGreaterThan(0)
})
