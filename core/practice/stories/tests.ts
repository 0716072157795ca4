import type { Both, ConsentStep, Step, Story, When } from '#core/practice/story'

const TWO_WEEKS: Both = ['了解近两周的情况', 'To see how the last two weeks were']
const AGAIN: Both = ['和上次比一比', 'To compare with last time']

/** Below fourteen a guardian agrees first; at any time of the year somebody in these classes is. */
const agreed = (when: When): ConsentStep => ({ ...when, kind: 'consent', consent: 'testing', signer: 'mother' })
const story = (who: string, ...steps: Step[]): Story => ({ who, steps })

/** Tests of single students over the term. */
export const tests: readonly Story[] = [
  story(
    'sun-hao',
    agreed({ ago: 26, at: '15:40' }),
    {
      kind: 'test',
      ago: 25,
      at: '17:32',
      instrument: 'phq9',
      mode: 'paper',
      purpose: ['返校后了解近况', 'To see how he is after his return'],
      answers: [2, 2, 3, 2, 1, 2, 2, 1, 1, 2],
      asked: {
        ago: 25,
        at: '17:50',
        outcome: 'watch',
        note: [
          '当面问过：住院时有过“不如不在”的念头，这周没有；没有计划，家里药品由母亲收着。安全计划一起看了一遍。',
          'Asked in person: in hospital he sometimes thought he would be better gone, not this week; no plan, his mother keeps the medicines. Went through the safety plan together.',
        ],
      },
      interpreted: {
        ago: 25,
        at: '18:20',
        text: [
          '睡眠和疲倦的分最高，与出院后作息没调过来相符。第九题已当面问清，继续每周见面，请医生复诊时看这份结果。',
          'Sleep and tiredness score highest, which fits the days since hospital. Question nine was asked in person; weekly talks go on, the doctor will see this result.',
        ],
      },
      fedBack: { ago: 24, at: '18:40', to: 'both' },
    },
    {
      kind: 'test',
      ago: 11,
      at: '17:28',
      instrument: 'phq9',
      mode: 'paper',
      purpose: AGAIN,
      answers: [1, 2, 2, 2, 1, 1, 1, 1, 0, 1],
      interpreted: {
        ago: 11,
        at: '18:15',
        text: [
          '比两周前低，第九题为“完全不会”，与他说的一致。睡眠仍然不稳，放学后的安排还在试。',
          'Lower than two weeks ago, question nine is “not at all”, as he says himself. Sleep is still uneven; the plan for after school is being tried.',
        ],
      },
      fedBack: { ago: 11, at: '18:20', to: 'student' },
    },
    {
      kind: 'test',
      ago: 4,
      at: '12:40',
      instrument: 'phq9',
      mode: 'kiosk',
      purpose: AGAIN,
      answers: [1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
      interpreted: {
        ago: 4,
        at: '13:05',
        text: [
          '三次走低，他说“晚上能睡着了”。分数只作参考，每周见面不变。',
          'Down for the third time; he says “I can sleep at night now”. The score is only a hint, weekly talks go on.',
        ],
      },
      fedBack: { ago: 4, at: '13:08', to: 'student' },
    },
  ),
  story(
    'li-ruoxi',
    agreed({ ago: 27, at: '16:45' }),
    {
      kind: 'test',
      ago: 22,
      at: '17:58',
      instrument: 'gad7',
      mode: 'aloud',
      purpose: TWO_WEEKS,
      answers: [2, 2, 2, 1, 1, 1, 2, 1],
      interpreted: {
        ago: 22,
        at: '18:30',
        text: [
          '担忧集中在同伴和宿舍，夜里更重。先从睡前安排做起，两周后再看。',
          'The worries are about classmates and the dormitory and grow at night. Begin with the hour before bed; look again in two weeks.',
        ],
      },
      fedBack: { ago: 15, at: '12:30', to: 'both' },
    },
    {
      kind: 'test',
      ago: 7,
      at: '12:48',
      instrument: 'gad7',
      mode: 'paper',
      purpose: AGAIN,
      answers: [1, 1, 2, 1, 0, 1, 1, 1],
      interpreted: {
        ago: 7,
        at: '13:10',
        text: [
          '比上次低，和她主动邀约之后的变化一致。',
          'Lower than last time, as after the invitation she dared to make.',
        ],
      },
      fedBack: { ago: 7, at: '13:12', to: 'student' },
    },
  ),
  story('dilinuer', agreed({ ago: 31, at: '16:30' }), {
    kind: 'test',
    ago: 30,
    at: '17:50',
    instrument: 'rses',
    mode: 'paper',
    purpose: ['一起看看怎么看自己', 'To look together at how she sees herself'],
    answers: [1, 2, 2, 1, 2, 1, 1, 3, 2, 2],
    interpreted: {
      ago: 29,
      at: '18:10',
      text: [
        '偏低的几题都和“与别人比”有关，她自己也看出来了。',
        'The low answers are all about comparing herself with others; she saw it, too.',
      ],
    },
    fedBack: { ago: 28, at: '18:35', to: 'student' },
  }),
  story('zeng-wanqing', agreed({ ago: 6, at: '16:30' }), {
    kind: 'test',
    ago: 1,
    at: '17:20',
    instrument: 'gad7',
    mode: 'kiosk',
    purpose: ['月考前了解紧张的程度', 'How tense she is before the monthly exam'],
    answers: [2, 1, 2, 2, 0, 1, 1, 1],
  }),
  story('ma-xiaoyun', agreed({ ago: 5, at: '16:30' }), {
    kind: 'test',
    ago: 1,
    at: '18:02',
    instrument: 'phq9',
    mode: 'aloud',
    purpose: TWO_WEEKS,
    answers: [1, 1, 2, 1],
    left: 'paused',
  }),
  story('fan-xinlei', agreed({ ago: 3, at: '16:30' }), {
    kind: 'test',
    ago: 0,
    at: '08:10',
    instrument: 'phq9',
    mode: 'paper',
    purpose: TWO_WEEKS,
    answers: [2, 2, 2, 1, 1, 2, 1, 0, 1, 1],
  }),
  story('qiu-yifan', agreed({ ago: 19, at: '16:30' }), {
    kind: 'test',
    ago: 18,
    at: '16:52',
    instrument: 'asq',
    mode: 'interview',
    purpose: ['同学转告他说“没意思”，当面问一问', 'A classmate heard him say “no point”; asked in person'],
    answers: [0, 0, 0, 0],
    interpreted: {
      ago: 18,
      at: '17:10',
      text: [
        '四题都答“否”，谈到手机被收时的气话。照常辅导，两周后再问一次。',
        'Four times no; it was said in anger when his phone was taken. Go on as before and ask again in two weeks.',
      ],
    },
    fedBack: { ago: 18, at: '17:12', to: 'student' },
  }),
  story('chen-siyuan', {
    kind: 'test',
    ago: 1,
    at: '13:30',
    instrument: 'asq',
    mode: 'interview',
    purpose: ['危机处理中的问询', 'Asked during the crisis'],
    answers: [1, 1, 1, 0, 0],
    urgent: true,
    asked: {
      ago: 1,
      at: '13:44',
      outcome: 'crisis',
      note: [
        '当面谈过，没有具体计划；不离人，等母亲到校。经过见危机记录。',
        'Talked in person, no definite plan; never left alone until his mother came. The rest stands in the crisis record.',
      ],
    },
    interpreted: {
      ago: 1,
      at: '16:05',
      text: [
        '前三题答“是”，第五题答“否”，与谈话一致；按危机流程处理，已请监护人陪护就诊。',
        'Yes to the first three, no to the fifth, as in the talk; handled as a crisis, his mother takes him to a doctor.',
      ],
    },
  }),
]
