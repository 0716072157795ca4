import type { Story } from '#core/practice/story'

const MAKES_FRIENDS = {
  key: 'friends',
  text: ['每周主动邀约一次同学', 'Ask a classmate along once a week'],
  sign: ['能说出邀了谁、去了哪里、自己感觉怎样', 'Can say whom, where to, and how it felt'],
} as const
const SLEEPS = {
  key: 'sleep',
  text: ['十二点前入睡', 'Asleep before midnight'],
  sign: ['睡前记录里一周有五天', 'Five nights a week in her own notes'],
} as const

/** What some of those on the first screens were begun and planned with; each way itself is told in its own file. */
export const plans: readonly Story[] = [
  {
    who: 'li-ruoxi',
    steps: [
      {
        kind: 'intake',
        ago: 27,
        at: '18:40',
        methods: ['talk', 'observation'],
        texts: {
          problem: [
            '转学后融不进班里，分组时常常落单；在宿舍怕吵到别人，睡得晚。',
            'Since changing schools she is left out when groups are made; in the dormitory she fears to disturb and falls asleep late.',
          ],
          background: [
            '九月由外区转入，原来学校有两位要好的同学，仍每周通话。成绩中等，稳定。',
            'Came from another district in September; still calls two close friends there every week. Average marks, steady.',
          ],
          family: [
            '与母亲同住，父亲在外地工作，周末通话。转学因母亲换工作。',
            'Lives with her mother; her father works away and calls at weekends. They moved for her mother’s job.',
          ],
          personality: [
            '细心，很在意是否受欢迎；画画好，愿意帮人。',
            'Careful, cares much about being welcome; draws well and likes to help.',
          ],
          supports: [
            '原校好友、母亲、一位愿意说话的室友。',
            'Old friends, her mother, one roommate who talks with her.',
          ],
          needs: ['有人一起吃午饭；夜里能睡着。', 'Company at lunch; sleep at night.'],
          expectation: ['“想有一个能说话的人。”', '“I would like somebody to talk to.”'],
          conclusion: [
            '适应新班级的困难，人际退缩为主，睡眠受影响；支持较好。拟从小步的主动交往和睡前安排做起。',
            'Trouble settling into a new class, mostly holding back; sleep suffers; good support. Begin with small steps towards others and with the evening.',
          ],
        },
        safety: { self: ['“没想过，就是觉得累。”', '“No, I am only tired.”'] },
      },
      {
        kind: 'plan',
        ago: 22,
        at: '17:50',
        goals: [MAKES_FRIENDS, SLEEPS],
        methods: [
          '关系图、角色扮演、量尺；睡前呼吸练习。',
          'Map of relations, role play, scaling; breathing before bed.',
        ],
        steps: ['先食堂，再小组，再宿舍。', 'First lunch, then groups, then the dormitory.'],
        schedule: ['每周一次，每次四十五分钟，先定六次。', 'Once a week, forty-five minutes, six times to begin with.'],
      },
      {
        kind: 'mark',
        ago: 22,
        at: '18:05',
        goal: 'friends',
        score: 2,
        words: ['只想，没开口', 'Thought of it, said nothing'],
      },
      { kind: 'mark', ago: 22, at: '18:06', goal: 'sleep', score: 3, words: ['多在一点后', 'Mostly after one'] },
      {
        kind: 'mark',
        ago: 7,
        at: '12:50',
        goal: 'friends',
        score: 5,
        words: ['邀了同桌去食堂', 'Went to lunch with her desk mate'],
      },
      { kind: 'mark', ago: 7, at: '12:51', goal: 'sleep', score: 7, words: ['五天里四天', 'Four nights of five'] },
      {
        kind: 'review',
        ago: 7,
        at: '17:10',
        standings: { friends: 'partly', sleep: 'reached' },
        satisfaction: 4,
        satisfactionWords: ['“排练以后就敢了。”', '“After practising I dared.”'],
        tool: ['量尺 0–10', 'Scale 0–10'],
        decision: 'adjust',
        note: [
          '睡眠达到约定，继续保持；交往从一个人扩大到小组，方案换新版。',
          'Sleep is as agreed; from one person to a group next: a new version of the plan.',
        ],
      },
      {
        kind: 'plan',
        ago: 6,
        at: '18:20',
        why: ['睡眠目标已达成，交往进入小组和宿舍。', 'The goal of sleep is reached; now groups and the dormitory.'],
        goals: [
          MAKES_FRIENDS,
          {
            key: 'group',
            text: ['分组时自己问一句“可以一起吗”', 'Ask “May I join?” when groups are made'],
            sign: ['两周内问过两次，不管答不答应', 'Asked twice in two weeks, whatever the answer'],
          },
        ],
        methods: ['角色扮演；列出可以说话的三个人。', 'Role play; a list of three people to talk to.'],
        steps: ['实验课分组，再宿舍的周末安排。', 'Groups in the lab, then weekends in the dormitory.'],
        schedule: ['每周一次，四次后一起回顾。', 'Once a week; look back after four.'],
      },
    ],
  },
  {
    who: 'zhou-yiming',
    steps: [
      {
        kind: 'intake',
        ago: 40,
        at: '16:30',
        methods: ['talk', 'questionnaire'],
        texts: {
          problem: [
            '入睡困难一个多月，考试前整夜不睡，白天心慌。',
            'Cannot fall asleep for over a month, not at all before tests; heart races by day.',
          ],
          background: [
            '初三，目标是区重点；每天提神饮料三罐。',
            'Final year, aims at the best school of the district; three cans of energy drink a day.',
          ],
          family: ['与父母同住，谈话多围绕分数。', 'Lives with both parents; most talk is about marks.'],
          supports: ['母亲愿意听；篮球队的朋友。', 'His mother listens; friends from basketball.'],
          conclusion: [
            '与考试压力有关的长期紧张，睡眠明显受损。先稳住作息，必要时建议就医。',
            'Long tension around the exams, sleep clearly harmed. First a steady rhythm, a doctor if needed.',
          ],
        },
        safety: { self: ['“没有，我只想睡着。”', '“No. I only want to sleep.”'] },
      },
      {
        kind: 'plan',
        ago: 33,
        at: '12:35',
        goals: [
          {
            key: 'nights',
            text: ['一周有四晚睡够六小时', 'Six hours of sleep on four nights a week'],
            sign: ['睡眠日志', 'The sleep diary'],
          },
        ],
        methods: ['睡眠日志、放松练习、减少提神饮料。', 'Sleep diary, relaxation, fewer energy drinks.'],
        steps: ['饮料减到一罐；睡不着就起身；和母亲说。', 'Down to one can; get up when awake; tell his mother.'],
        schedule: ['两周一次。', 'Every two weeks.'],
      },
      { kind: 'mark', ago: 33, at: '12:45', goal: 'nights', score: 2, words: ['七天里两天', 'Two nights of seven'] },
      { kind: 'mark', ago: 19, at: '18:00', goal: 'nights', score: 2, words: ['没有变化', 'No change'] },
      { kind: 'mark', ago: 12, at: '12:50', goal: 'nights', score: 3, words: ['三天', 'Three nights'] },
    ],
  },
  {
    who: 'zhang-zixuan',
    steps: [
      {
        kind: 'intake',
        ago: 20,
        at: '16:40',
        methods: ['talk', 'parent-talk'],
        texts: {
          problem: [
            '想读职校学烹饪，父亲不同意，不知道怎样谈。',
            'Wants to learn cooking at a vocational school; his father says no and he does not know how to talk about it.',
          ],
          personality: ['做饭时专注，有条理。', 'Focused and orderly when he cooks.'],
          needs: ['了解两条路各自的要求。', 'To know what each way asks of him.'],
          expectation: ['“想让我爸听完再说不行。”', '“I want Dad to hear me out before he says no.”'],
          conclusion: [
            '升学选择上的分歧；兴趣清楚，信息不足。以生涯辅导的方式进行。',
            'They differ on the choice of school; his interest is clear, information is lacking. Career counseling.',
          ],
        },
        safety: { self: ['“没有。”', '“No.”'] },
      },
      {
        kind: 'plan',
        ago: 13,
        at: '12:55',
        contents: ['exploration', 'decision'],
        goals: [
          {
            key: 'ways',
            text: ['弄清两条路各要什么', 'Find out what each of the two ways asks'],
            sign: ['一张两栏的表，每栏至少五条', 'A table of two columns, five lines each'],
          },
          {
            key: 'talk',
            text: ['和父亲完整谈一次', 'One full talk with his father'],
            sign: ['说完三件事，父亲也说了担心什么', 'He says three things, his father says what he fears'],
          },
        ],
        methods: ['职业信息查找、演练。', 'Looking up occupations, rehearsal.'],
        steps: ['先查，再演练，再谈。', 'Look up, rehearse, talk.'],
        schedule: ['三次。', 'Three times.'],
      },
      { kind: 'mark', ago: 13, at: '13:05', goal: 'ways', score: 6, words: ['表里已有七条', 'Seven lines so far'] },
    ],
  },
]
