import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtIn } from '#core/instruments/built-in'
import { checkInstrumentFile } from '#core/instruments/check-file'
import { ROOT } from '#tests/source-files'

const textOf = (id: string): string => readFileSync(join(ROOT, 'core/instruments', `${id}.json`), 'utf8')

test('nine instruments come with their items, five only take scores', () => {
  const ids = (entry: boolean) => builtIn().flatMap(({ id, kind }) => ((kind === 'score-entry') === entry ? [id] : []))
  expect(ids(false)).toEqual(['phq9', 'gad7', 'rses', 'k6', 'who5', 'cesd', 'swls', 'asq', 'cssrs-screen'])
  expect(ids(true)).toEqual(['mht', 'mssmhs', 'scl90', 'sds', 'sas'])
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
