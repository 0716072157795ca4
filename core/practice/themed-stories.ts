import { addDays, weekdayOf } from '#contract/calendar'
import type { Step, Story } from './story.ts'
import { SLOTS, type Theme, wording } from './theme.ts'
import { grief, leftBehind, separation } from './themes/family.ts'
import { phone, temper, worry } from './themes/feelings.ts'
import { crush, selfWorth, settling } from './themes/growing.ts'
import { examAnxiety, motivation, studyPressure } from './themes/learning.ts'
import { bullied, dormitory, friendship } from './themes/relations.ts'

/** Who goes through which theme, and in which week of the term it begins. */
const courses: readonly (readonly [theme: Theme, ...whoFromWeek: (readonly [who: string, week: number])[]])[] = [
  [examAnxiety, ['wang-zihan-2', 0], ['zeng-wanqing', 4]],
  [motivation, ['guo-zhiyuan', 3], ['cai-yunfan', 7]],
  [studyPressure, ['su-jie', 2], ['xie-simin', 5], ['piao-huizhen', 7]],
  [friendship, ['sima-ruolan', 1], ['wang-zihan', 3], ['yue-jiayi', 6]],
  [dormitory, ['ma-xiaoyun', 4], ['tian-mengqi', 6]],
  [bullied, ['long-yan', 5], ['shen-moyan', 7]],
  [separation, ['xu-anran', 1], ['feng-haoran', 5]],
  [leftBehind, ['zhaxi-ciren', 2], ['dong-chengyu', 5]],
  [grief, ['qian-hong', 3], ['lin-yuehan', 6]],
  [selfWorth, ['shi-jingwen', 2], ['dilinuer', 5]],
  [crush, ['lu-xingchen', 4], ['kong-lingwei', 6]],
  [phone, ['bateer', 1], ['qiu-yifan', 4], ['ouyang-siqi', 6]],
  [settling, ['anna-berger', 0], ['yuan-jingxing', 1]],
  [temper, ['du-mingxuan', 5], ['zhai-mingrui', 8]],
  [worry, ['ye-zhiqiu', 3], ['fan-xinlei', 5], ['shan-xiaofeng', 7]],
]

export const themes: readonly Theme[] = courses.map(([theme]) => theme)

/** Everybody else's way through the term; each visit finds a free hour of its own before today. */
export function themedStories(today: string, startsOn: string): Story[] {
  const taken = new Set<string>()
  let course = 0
  return courses.flatMap(([theme, ...people]) =>
    people.map(([who, week], nth) => {
      course++
      return { who, steps: stepsOf(theme, nth, freeHours(taken, addDays(startsOn, 7 * week), today, theme, course)) }
    }),
  )
}

type Hour = { ago: number; at: string }

/** One hour a week or two from the first week on, never at a weekend and never today. */
function freeHours(taken: Set<string>, from: string, today: string, theme: Theme, course: number): Hour[] {
  const hours: Hour[] = []
  let day = addDays(from, course % 5)
  for (const session of theme.sessions) {
    while (weekdayOf(day) % 6 === 0) day = addDays(day, 1)
    const ago = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
    if (ago < 2) break
    const at = SLOTS.find((slot, i) => (i + course) % 2 === 0 && !taken.has(`${day} ${slot}`)) ?? '07:40'
    taken.add(`${day} ${at}`)
    hours.push({ ago, at })
    day = addDays(day, session === theme.sessions[0] ? 7 : 14)
  }
  return hours
}

function stepsOf(theme: Theme, nth: number, hours: readonly Hour[]): Step[] {
  const [first] = hours
  if (!first) return []
  const steps: Step[] = [{ kind: 'consent', ...first, consent: 'notice', signer: 'student' }]
  for (const [i, hour] of hours.entries()) {
    const session = theme.sessions[i]
    if (!session) break
    steps.push({
      ...session,
      kind: 'visit',
      ...hour,
      minutes: 28 + ((hour.ago * 7 + nth * 5) % 20),
      source: i === 0 ? theme.source : 'self',
      request: wording(session.request, nth),
      note: Object.fromEntries(Object.entries(session.note).map(([part, both]) => [part, wording(both, nth)])),
    })
    if (theme.risk?.after === i)
      steps.push({ kind: 'risk', ago: hour.ago, at: '18:55', rank: theme.risk.rank, reason: theme.risk.reason })
  }
  const last = hours.at(-1)
  if (theme.closed && last && hours.length === theme.sessions.length)
    steps.push({ kind: 'close', ago: last.ago, at: '19:10', ...theme.closed })
  return steps
}
