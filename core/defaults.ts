import type { BookingRules } from '#contract/hours'
import type { Preferences, RiskLevel, Snippet } from '#contract/settings'
import type { Language } from '#contract/vault'

/**
 * What a new room starts with; all of it is the school's to change in the settings.
 * Levels: the wording of common school templates (domain.md §3.2); `rank` rises with severity, 一级 is the worst.
 */
export const defaultRiskLevels = (language: Language): RiskLevel[] =>
  language === 'zh'
    ? [
        { rank: 0, label: '一般', criteria: '目前未见需要特别关注的迹象。' },
        { rank: 1, label: '三级关注', criteria: '因具体事件情绪波动、退缩，或睡眠、饮食、注意力有变化；支持较好。' },
        {
          rank: 2,
          label: '二级关注',
          criteria: '常谈到死亡而没有具体计划；行为明显改变；两周以上睡眠、饮食或注意力困难而支持不足。',
        },
        {
          rank: 3,
          label: '一级关注',
          criteria: '有明确的自伤、自杀计划或行为，或伤人的意图和准备；需要有人二十四小时陪护。',
        },
      ]
    : [
        { rank: 0, label: 'None', criteria: 'No sign that asks for special attention.' },
        {
          rank: 1,
          label: 'Level 3',
          criteria: 'Mood swings or withdrawal after an event; changes in sleep, appetite or attention; good support.',
        },
        {
          rank: 2,
          label: 'Level 2',
          criteria:
            'Speaks of death often without a plan; marked change of behavior; two weeks or more of trouble sleeping, eating or attending with little support.',
        },
        {
          rank: 3,
          label: 'Level 1',
          criteria:
            'A clear plan or act of self-harm or suicide, or intent and preparation to harm others; needs company around the clock.',
        },
      ]

const notice: Record<Language, string> = {
  zh: `欢迎你来到心理辅导室。在开始之前，请你了解以下几点：
一、心理辅导帮助你梳理困扰、寻找办法。辅导老师不作医学诊断，不开药，也不出具诊断证明。
二、辅导自愿参加，对本校学生免费。一般每次不超过 50 分钟，多为每周一次；需要改时间请提前一天告诉老师。
三、你说的话会被保密，记录由辅导室加密保管，不进入综合评价，也不影响升学和评优。
四、以下情况老师必须打破保密，并会尽量事先告诉你：你或他人的生命安全有危险；你受到或可能受到侵害、虐待；法律规定必须提供。届时只告诉必须知道的人必须知道的内容。
五、录音、录像、做测评、与家长或班主任谈你的情况，都会先征得你的同意；未满十四周岁的，还须监护人同意。
六、你可以询问老师的资格，可以随时提出不同意见，可以请求更换老师或结束辅导。
七、请你诚实、认真地对待每一次谈话，按时来。`,
  en: `Welcome to the counseling room. Before we begin, please know the following:
1. Counseling helps you to look at what troubles you and to find ways forward. The counselor makes no medical diagnosis, prescribes no medicine and issues no medical certificate.
2. Counseling is voluntary and free for students of this school. A session usually lasts up to 50 minutes, mostly once a week. Please tell us a day ahead if you need another time.
3. What you say is confidential. Records are kept encrypted in the counseling room; they are not used for grades, honors or admission.
4. Confidentiality ends, and we will tell you first where we can, when a life is in danger, when you suffer or may suffer abuse or assault, or when the law requires it. Then only those who must know are told only what they must know.
5. Recording, tests, and talking about you with your parents or class teacher need your consent first; under the age of 14 your guardian’s consent as well.
6. You may ask for the counselor’s qualification, disagree at any time, and ask for another counselor or to end counseling.
7. Please be honest and take each session seriously, and come on time.`,
}

export const defaultPreferences = (language: Language): Preferences => ({
  language,
  theme: 'system',
  idleMinutes: 5,
  sessionMinutes: 50,
  returnSlipDays: 7,
  noticeText: notice[language],
  noticeVersion: '1',
  wordingHints: true,
})

/** ≤ 50 minutes, over by 21:00 (S13); the rest is a cautious beginning. */
export const DEFAULT_BOOKING_RULES: BookingRules = {
  maxMinutes: 50,
  latestEnd: '21:00',
  lateMinutes: 15,
  noShowsBeforeTalk: 2,
  confirmDayBefore: 'first',
  bufferMinutes: 0,
  apartMinutes: 60,
  rooms: [],
  skipsExamWeeks: true,
}

/** Whom schools turn to for a student in hard times (S46). */
export const defaultAidOffices = (language: Language): string[] =>
  language === 'zh'
    ? ['学生资助办', '班主任', '年级组', '教务处', '总务处']
    : ['Student aid office', 'Class teacher', 'Grade office', 'Academic affairs', 'General affairs']

/** Why a visit was cancelled when the student did not want to come any more. */
export const declinesWord = (language: Language): string => (language === 'zh' ? '暂不愿意来' : 'Does not want to come')

/** Texts a counselor types every day; `trigger` is typed after a semicolon. */
const snippetTexts: Record<Language, readonly (readonly [trigger: string, text: string])[]> = {
  zh: [
    ['fx', '询问自伤、自杀念头：否认目前有伤害自己或他人的想法和计划。'],
    ['yl', '与来访学生建立关系，说明保密原则及其例外，学生表示理解。'],
    ['zk', '学生主动就座，情绪平稳，语速适中，目光接触自然。'],
    ['zy', '请学生在下次来之前记录三次情绪变化及当时的情境。'],
    ['hf', '约定一周后回访。'],
  ],
  en: [
    [
      'risk',
      'Asked about thoughts of self-harm and suicide: denies current thoughts or plans of harming self or others.',
    ],
    ['start', 'Built rapport; explained confidentiality and its limits; the student understood.'],
    ['calm', 'Sat down readily, calm mood, even pace of speech, natural eye contact.'],
    ['hw', 'Until next time: note three changes of mood and what was happening.'],
    ['fu', 'Agreed to follow up in one week.'],
  ],
}
export const defaultSnippets = (language: Language, newId: () => string): Snippet[] =>
  snippetTexts[language].map(([trigger, text]) => ({ id: newId(), trigger, text }))
