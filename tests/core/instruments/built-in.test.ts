import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtIn } from '#core/instruments/built-in'
import { checkInstrumentFile } from '#core/instruments/check-file'
import { ROOT } from '#tests/source-files'

/** SHA-256 of the files as they were given: their wording and scoring are not ours to change. */
const GIVEN: Record<string, string> = {
  asq: 'b2db943de06faaf15ae20d1138f5711bc42ddd98c0ad30e8705231d0d123d8d9',
  cesd: '071aaf4f1faa512d217affdd94b29a6b8a7722df2f5dcfc20131aa94ac03b1ca',
  'cssrs-screen': '2a470b1ba32851bb371a6c287e551b641267989dce394ab3a5fca484ea2228ff',
  gad7: '0d0da6e79386bfb380a2ca9b45847f785d249c3caf910632c3a93c5bb501b241',
  k6: 'b362a4c4b0465a8a051f18d571c8d80c7370b0a75c6d3263a462712d709dc456',
  phq9: '742dad1709a7c3e4f77be33b17e40a42d49a216accfa87c23bb0830846c773a0',
  rses: '8db78b57f1ca90dc0f11797bc9feba6edfe635865d7a3200895c2fe980ad0c99',
  swls: '68f085fec4335910ad60cd3853e2c6bf346d41a523ca79121bd9dc67238f752c',
  who5: '157c61b8f5329cf32b69e8037539bbd3fdea064b18f20348f132a65f30e2a197',
}

const textOf = (id: string): string => readFileSync(join(ROOT, 'core/instruments', `${id}.json`), 'utf8')

test('nine instruments come with their items, five only take scores', () => {
  const ids = (entry: boolean) => builtIn().flatMap(({ id, kind }) => ((kind === 'score-entry') === entry ? [id] : []))
  expect(ids(false)).toEqual(['phq9', 'gad7', 'rses', 'k6', 'who5', 'cesd', 'swls', 'asq', 'cssrs-screen'])
  expect(ids(true)).toEqual(['mht', 'mssmhs', 'scl90', 'sds', 'sas'])
})

test.each(Object.entries(GIVEN))('%s is the file as it was given', (id, digest) => {
  const bytes = readFileSync(join(ROOT, 'core/instruments', `${id}.json`))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest)
})

test('they are read once', () => {
  expect(builtIn()).toBe(builtIn())
})

test.each(builtIn().map(({ id }) => id))('nothing is wrong in %s but that its id is taken', (id) => {
  const { instrument, issues } = checkInstrumentFile(textOf(id))
  expect(instrument).toBeNull()
  expect(issues).toEqual([{ path: 'id', problem: 'built-in-id', detail: id }])
})

test('a template for scores has no items, no thresholds, and says whose right is needed', () => {
  for (const instrument of builtIn().filter(({ kind }) => kind === 'score-entry')) {
    expect(instrument.license).toMatchObject({
      verdict: 'SCORE-ONLY',
      statement: expect.stringContaining('not included'),
    })
    expect(instrument.confidence.zhText).toBe('not included')
    expect(instrument.scales.filter(({ primary }) => primary)).toHaveLength(1)
    for (const scale of instrument.scales) expect([scale.bands, scale.cutpoints]).toEqual([[], []])
    expect(JSON.parse(textOf(instrument.id))).not.toHaveProperty('items')
  }
})

test('every text is there in both languages', () => {
  const without = (value: unknown, path: string): string[] => {
    if (typeof value !== 'object' || value === null) return []
    const own = 'zh' in value && 'en' in value && typeof value.zh === 'string' && value.en === '' ? [path] : []
    return [...own, ...Object.entries(value).flatMap(([key, inner]) => without(inner, `${path}.${key}`))]
  }
  expect(builtIn().flatMap((instrument) => without(instrument, instrument.id))).toEqual([])
})
