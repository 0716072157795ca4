import { addDays } from '#contract/calendar'
import { util } from 'zod/v4/core'
import { randomFrom } from './random.ts'
import type { Both } from './story.ts'
import { type Pupil, type Teller, text } from './telling.ts'

const TITLES: readonly Both[] = [
  ['学号', 'Student number'],
  ['姓名', 'Name'],
  ['班级', 'Class'],
  ['作答日期', 'Test date'],
  ['总分', 'Total'],
  ['学习焦虑', 'Study anxiety'],
  ['对人焦虑', 'Social anxiety'],
  ['孤独倾向', 'Tendency to loneliness'],
  ['自责倾向', 'Tendency to self-blame'],
  ['过敏倾向', 'Tendency to oversensitivity'],
  ['身体症状', 'Physical symptoms'],
  ['恐怖倾向', 'Tendency to fear'],
  ['冲动倾向', 'Tendency to impulsiveness'],
  ['效度', 'Validity'],
  ['预警等级', 'Warning level'],
]
const MOST = [15, 10, 10, 10, 10, 15, 10, 10] as const
export const LEVELS = {
  yellow: ['黄', 'yellow'],
  orange: ['橙', 'orange'],
  red: ['红', 'red'],
} as const satisfies Record<string, Both>
/** Whose answers are told by hand: how much of the most that can be scored. */
const BURDENS: Readonly<Record<string, number>> = {
  'chen-siyuan': 0.78,
  'ye-zhiqiu': 0.68,
  'fan-xinlei': 0.7,
  'feng-haoran': 0.74,
  'su-jie': 0.71,
  'ma-xiaoyun': 0.68,
  'shan-xiaofeng': 0.69,
  'pan-siyuan': 0.76,
  'cao-yining': 0.68,
  'wei-shuyao': 0.67,
  'sun-hao': 0.53,
  'li-ruoxi': 0.55,
}
const isAbsent = ({ key, index }: Pupil): boolean => key === null && index % 19 === 13

/** A platform's file with the MHT of the whole school (base64 of a CSV file), and who is not in it. A grade a day, from `firstDay` on. */
export function screeningFile(
  teller: Teller,
  pupils: readonly Pupil[],
  firstDay: string,
): { content: string; absent: Pupil[] } {
  const random = randomFrom(20_261_109)
  const rows = pupils
    .filter((pupil) => !isAbsent(pupil))
    .map((pupil) => {
      const burden = BURDENS[pupil.key ?? ''] ?? 0.34 + (random() + random() + random() - 1.5) * 0.34
      const factors = MOST.map((most) =>
        Math.round(most * Math.min(1, Math.max(0, burden + (random() - 0.5) * (pupil.key === null ? 0.3 : 0.12)))),
      )
      const total = factors.reduce((sum, one) => sum + one, 0)
      const validity = pupil.key === null && random() < 0.025 ? 7 + Math.floor(random() * 3) : Math.floor(random() * 6)
      const level = validity >= 7 ? '' : levelOf(teller, total, factors)
      const { studentNo, className } = pupil
      // The platform cannot write every character.
      const name = pupil.name.replaceAll(/[\u{20000}-\u{3ffff}]/gu, '?')
      const on = addDays(firstDay, pupil.gradeNo - 7)
      return [studentNo, name, className, on, total, ...factors, validity, level].join(',')
    })
  const lines = [TITLES.map((title) => text(teller, title)).join(','), ...rows]
  const content = util.uint8ArrayToBase64(new TextEncoder().encode(`\u{feff}${lines.join('\r\n')}\r\n`))
  return { content, absent: pupils.filter(isAbsent) }
}

function levelOf(teller: Teller, total: number, factors: readonly number[]): string {
  if (total >= 65) return text(teller, LEVELS.red)
  if (total >= 56) return text(teller, LEVELS.orange)
  return total >= 46 && factors.some((score) => score >= 8) ? text(teller, LEVELS.yellow) : ''
}
