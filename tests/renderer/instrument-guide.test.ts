import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkInstrumentFile } from '#core/instruments/check-file'
import { readCondition } from '#core/instruments/conditions'
import { exampleInstrument } from '#lib/example-instrument'
import { ROOT } from '#tests/source-files'
import { formOf } from '#tests/core/instruments/forms'

const guide = (language: string): string =>
  readFileSync(join(ROOT, `docs/guide/instrument-file.${language}.md`), 'utf8')
const filesIn = (text: string): string[] => [...text.matchAll(/```json\n(.*?)```/gsu)].map((found) => found[1] ?? '')

describe.each(['zh', 'en'])('the guide to instrument files in %s', (language) => {
  it('shows files that can be added as they stand', () => {
    const files = filesIn(guide(language))
    expect(files).toHaveLength(2)
    for (const file of files) expect(checkInstrumentFile(file).issues).toEqual([])
  })
  it('shows the example that the window saves', () => {
    expect(JSON.parse(filesIn(guide(language))[0] ?? '')).toEqual(exampleInstrument)
  })
  it('writes conditions that the program can read', () => {
    const [, table = ''] = /## (?:Conditions|条件怎么写)\n(.*?)\n\n/su.exec(guide(language)) ?? []
    const phrases = table
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map((found) => found[1] ?? ''))
    expect(phrases.length).toBeGreaterThan(8)
    const { items } = formOf('k6')
    const numbered = items.map((item, n) => ({ ...item, id: `q${n + 1}` }))
    for (const phrase of phrases)
      expect(readCondition(phrase, { items: numbered, hasValue: true }), phrase).toMatchObject({
        holds: expect.any(Function) as unknown,
      })
  })
})
