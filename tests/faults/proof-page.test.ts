import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from '#tests/source-files'
import { dataOf, newestOf, proofPage } from './proof-page.ts'
import { type FigureLine, PROOF_IDS } from './proofs.ts'

const page = readFileSync(join(ROOT, 'docs/proof.md'), 'utf8')

test('the page of proof is what was measured, word for word', () => {
  expect(proofPage(dataOf(page))).toBe(page)
})

test('the page of proof has a row for everything that is to be proven, and some test measures it', () => {
  const rows = page.split('\n').flatMap((line) => /^\| ([A-Z]\d) \|/u.exec(line)?.[1] ?? [])
  expect(rows).toEqual(PROOF_IDS)
  const sources = sourceFiles().map(({ text }) => text)
  expect(PROOF_IDS.filter((id) => !sources.some((text) => text.includes(`report('${id}'`)))).toEqual([])
})

test('of a thing that was measured twice the newest figure counts', () => {
  const line = (at: string, bad: number, what = 'went wrong'): FigureLine => ({
    id: 'D2',
    bad,
    of: 10,
    what,
    tier: 'quick',
    at,
    commit: 'abc1234',
  })
  const newest = newestOf([line('2026-11-22', 0), line('2026-11-21', 3), line('2026-11-20', 1, 'went otherwise')])
  expect(newest.map(({ bad, what }) => [bad, what])).toEqual([
    [1, 'went otherwise'],
    [0, 'went wrong'],
  ])
})
