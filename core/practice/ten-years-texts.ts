import type { NotePart } from '#contract/note-parts'
import type { ReferralFields } from '#contract/referrals'
import { stories } from './stories/all.ts'
import type { Both, NoteTexts } from './story.ts'
import { themes } from './themed-stories.ts'

type Told = { problem: string; request: string; note: Partial<Record<NotePart, string>> }
const zh = (texts: NoteTexts): Told['note'] =>
  Object.fromEntries(Object.entries(texts).map(([part, [text]]: [string, Both]) => [part, text.replace('|', '')]))

/** What the practice school's students said, as material for ten years. */
export const RECORDS: readonly Told[] = [
  ...stories.flatMap(({ steps }) => steps.filter((step) => step.kind === 'visit')),
  ...themes.flatMap(({ sessions }) => sessions),
].map(({ problem, request, note }) => ({ problem, request: request[0].replace('|', ''), note: zh(note) }))

export const REFERRAL: Omit<ReferralFields, 'referredAt' | 'returnDue'> = {
  kind: 'outside',
  urgency: 'soon',
  reason: '近两周睡眠、饮食明显减少，上课不能坚持。',
  doneSoFar: '个别辅导两次。',
  options: ['市精神卫生中心', '市儿童医院'],
  choice: '市精神卫生中心',
  institutionKind: 'psychiatric',
  institution: '市精神卫生中心',
  department: '青少年门诊',
  clientView: '愿意。',
  guardianAnswer: 'agrees',
  guardianInformedAt: null,
  guardianName: '',
  guardianWords: '',
}
