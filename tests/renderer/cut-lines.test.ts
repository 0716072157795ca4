import { describe, expect, it } from 'vitest'
import { flawsOf, nextBand, thresholdsOf, type ScaleDraft } from '#lib/cut-lines'

const scale = (...bands: [from: string, to: string][]): ScaleDraft => ({
  id: 'total',
  min: '0',
  max: '90',
  bands: bands.map(([from, to], n) => ({ from, to, label: `第 ${n + 1} 段`, severity: n })),
})

describe('cut lines of a score', () => {
  it('one after the other from the lowest to the highest score: nothing is wrong', () => {
    expect(flawsOf(scale(['0', '55'], ['56', '64'], ['65', '90']))).toEqual([])
    expect(flawsOf({ ...scale(['1', '1.99'], ['2', '5']), min: '1', max: '5' })).toEqual([])
    expect(flawsOf(scale())).toEqual([])
  })
  it('a hole and an overlap are named by the scores that lie in them', () => {
    expect(flawsOf(scale(['0', '55'], ['58', '90']))).toMatchObject([{ kind: 'hole', line: 1, from: 56, to: 57 }])
    expect(flawsOf(scale(['0', '55'], ['50', '90']))).toMatchObject([{ kind: 'overlap', line: 1, from: 50, to: 55 }])
    expect(flawsOf(scale(['0', '55'], ['56', '80']))).toMatchObject([{ kind: 'hole', line: 1, from: 81, to: 90 }])
  })
  it('what cannot be, and what is not filled in yet, are two things', () => {
    expect(flawsOf(scale(['60', '55']))).toMatchObject([{ kind: 'order' }, { kind: 'hole' }])
    expect(flawsOf(scale(['0', '100']))).toMatchObject([{ kind: 'outside' }])
    expect(flawsOf(scale(['0', '十']))).toMatchObject([{ kind: 'number' }])
    expect(flawsOf(scale(['0', '']))).toMatchObject([{ kind: 'empty' }])
    expect(flawsOf({ ...scale(), min: '90' })).toMatchObject([{ kind: 'range', line: null }])
  })
  it('a new line begins where the last one ends, and figures are read with a full-width point as well', () => {
    expect(nextBand(scale(['0', '55']))).toMatchObject({ from: '56', to: '' })
    expect(nextBand(scale())).toMatchObject({ from: '0' })
    const typed = scale(['0', '55．5'], ['55.51', '90'])
    expect(flawsOf(typed)).toEqual([])
    expect(thresholdsOf({ scales: [typed], voidFrom: '' })[0]?.bands[0]).toMatchObject({ from: 0, to: 55.5 })
  })
})
