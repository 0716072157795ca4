import type { Scale } from '#contract/instrument-file'

type ChangePoints = NonNullable<Scale['change']>
const words = (points: number, zhSource: string, enSource: string, source: string): ChangePoints => ({
  points,
  zh: `前后相差 ${points} 分及以上视为真实变化（${zhSource}）`,
  en: `a difference of ${points} points or more is read as a real change (${enSource})`,
  source,
})

/**
 * From how many points on a difference counts, by instrument and scale, where the given file is silent. Abstracts were read,
 * both of adult patients.
 */
export const CHANGE_POINTS: Readonly<Record<string, Readonly<Record<string, ChangePoints>>>> = {
  phq9: { total: words(5, '成人患者研究', 'from a study of adult patients', 'Löwe 2004, Med Care, PMID 15550799') },
  gad7: {
    total: words(
      4,
      '成人患者研究',
      'from a study of adult patients',
      'Toussaint 2020, J Affect Disord 265:395–401, PMID 32090765',
    ),
  },
}
