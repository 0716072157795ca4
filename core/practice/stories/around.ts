import type { CallStory, ConferenceStory, LetterStory, ObservationStory, PersonStory } from '#core/practice/tell-around'

/** What may be told to whom, as agreed with the student. */
export const PERSONS: readonly PersonStory[] = [
  {
    who: 'li-ruoxi',
    ago: 22,
    relation: 'mother',
    mayKnow: ['attendance', 'help'],
    note: ['晚上七点以后方便。', 'After seven in the evening.'],
  },
  { who: 'li-ruoxi', ago: 22, relation: 'class-teacher', mayKnow: ['comes'] },
  {
    who: 'chen-siyuan',
    ago: 6,
    relation: 'mother',
    mayKnow: ['attendance', 'summary', 'help', 'crisis'],
    note: ['父亲在外地，平时由母亲联系。', 'The father works away; his mother is the one to call.'],
  },
  { who: 'chen-siyuan', ago: 6, relation: 'class-teacher', mayKnow: ['comes', 'help', 'crisis'] },
  { who: 'zhang-zixuan', ago: 3, relation: 'mother', mayKnow: ['attendance'] },
]

export const CALLS: readonly CallStory[] = [
  {
    who: 'li-ruoxi',
    ago: 15,
    at: '19:10',
    kind: 'other',
    with: 'mother',
    direction: 'out',
    minutes: 18,
    summary: [
      '母亲说若溪回家话少，周末不愿出门；想知道在学校有没有朋友。',
      'Her mother says she speaks little at home and stays in at weekends; asks whether she has friends at school.',
    ],
    topics: ['attendance', 'help'],
    told: [
      '按约定来谈，出勤正常。建议周末一起做一件小事，不追问学校。',
      'She comes as agreed and misses no lessons. Do one small thing together at weekends, without questions about school.',
    ],
    answer: ['“好，我忍住不问。”', '“All right, I will hold back my questions.”'],
    agreed: ['两周后再通一次电话。', 'Speak again in two weeks.'],
    next: { ago: -5, topic: ['周末过得怎样、睡眠', 'How the weekends go; sleep'] },
  },
  {
    who: 'li-ruoxi',
    ago: 9,
    at: '10:20',
    kind: 'other',
    with: 'class-teacher',
    direction: 'in',
    way: 'in-person',
    minutes: 6,
    summary: [
      '分组时没有人叫她，班主任想换座位，问合不合适。',
      'Nobody picks her for group work; the class teacher thinks of moving her seat and asks whether it helps.',
    ],
    topics: ['comes'],
    told: ['她在接受支持；换座位先问她本人。', 'She has support; ask her first before moving the seat.'],
    agreed: ['班主任先和她商量。', 'The class teacher talks with her first.'],
  },
  {
    who: 'chen-siyuan',
    ago: 5,
    at: '10:00',
    kind: 'first-parent',
    with: 'mother',
    direction: 'out',
    minutes: 22,
    summary: [
      '介绍自己和辅导室；母亲说孩子近来很少说话，吃饭快，睡得晚。',
      'Introduced myself and the room; he speaks little, eats fast, goes to bed late.',
    ],
    topics: ['attendance', 'help'],
    told: [
      '约好每周见一次；晚上不谈名次，早睡半小时。',
      'We meet weekly; no talk of ranks in the evening, half an hour earlier to bed.',
    ],
    answer: ['同意，会和父亲说。', 'Agrees; will speak with his father.'],
    next: { ago: -1, topic: ['陪护情况、就诊安排', 'How it goes at home; the appointment'] },
  },
  {
    who: 'zhang-zixuan',
    ago: 1,
    at: '08:20',
    kind: 'enquiry',
    with: 'mother',
    summary: [
      '问孩子这周为什么总说不想上学，请老师回电。',
      'Asks why he keeps saying he does not want to go to school this week; please call back.',
    ],
    awaits: true,
  },
  {
    who: null,
    ago: 0,
    at: '08:05',
    kind: 'enquiry',
    with: ['一位初二的家长', 'A parent of grade 8'],
    summary: [
      '没说孩子的名字，问做了心理普查为什么没有收到结果。',
      'Did not give a name; asks why no result of the screening has come home.',
    ],
    awaits: true,
  },
  {
    who: 'he-jiashu',
    ago: 2,
    at: '17:40',
    kind: 'after-visit',
    with: 'father',
    direction: 'out',
    outcome: 'not-reached',
    summary: ['无人接听。', 'No answer.'],
  },
]

export const LETTERS: readonly LetterStory[] = [
  {
    who: null,
    ago: 12,
    at: '07:52',
    summary: [
      '和好朋友吵了一架，不知道怎么开口道歉，怕被拒绝。',
      'Has quarrelled with a good friend, does not know how to say sorry, afraid of being turned away.',
    ],
    became: {
      ago: 11,
      at: '13:05',
      reply: [
        '谢谢你愿意写信来。先道歉的人不一定是做错的人，更像是舍不得这份友谊的人。可以从一句“我想和你说说那天”开始。如果想当面聊聊，午休时来就好。',
        'Thank you for writing. Whoever says sorry first need not be the one who was wrong; perhaps it is the one who does not want to lose a friend. You could begin with “I would like to talk about that day”. If you want to talk, come at noon.',
      ],
    },
  },
  {
    who: 'tian-mengqi',
    ago: 8,
    at: '07:55',
    isRisk: true,
    summary: [
      '说宿舍里没人理她，“有时候觉得消失了也没人发现”。署名，希望老师找她。',
      'Nobody in the dormitory speaks to her; “sometimes I think nobody would notice if I were gone”. Signed; wants to be asked.',
    ],
    became: { ago: 8, at: '12:35', state: 'booked' },
  },
  { who: null, ago: 0, at: '07:48', summary: null },
]

export const OBSERVATIONS: readonly ObservationStory[] = [
  {
    who: 'ma-xiaoyun',
    ago: 13,
    at: '16:10',
    urgency: 'routine',
    signs: ['conflict', 'crying'],
    reporter: ['吴老师', 'Mr Wu'],
    text: ['与同桌闹矛盾，课间哭过两次。', 'A quarrel with her neighbour; cried twice between lessons.'],
    done: ['分别谈过，暂时换了座位。', 'Spoke with both; they sit apart for now.'],
    outcome: {
      ago: 11,
      at: '16:30',
      outcome: 'teacher-watches',
      note: ['两人已和好，请班主任再看两周。', 'They have made up; the class teacher watches for two weeks.'],
    },
  },
  {
    who: 'qiu-yifan',
    ago: 2,
    at: '15:50',
    urgency: 'soon',
    signs: ['sleepy', 'distracted', 'phone'],
    reporter: ['高老师', 'Ms Gao'],
    text: [
      '连续一周上午趴在桌上，问起来说凌晨两点才睡；作业交得少了。',
      'Head on the desk every morning for a week; says he goes to sleep at two; hands in less homework.',
    ],
    done: ['与家长通过电话，家长说管不住手机。', 'Called the parents; they cannot get him off the phone.'],
  },
]

export const CONFERENCES: readonly ConferenceStory[] = [
  {
    who: 'chen-siyuan',
    ago: 1,
    at: '15:30',
    minutes: 45,
    kind: 'parents',
    attendees: [
      ['mother', ['母亲', 'Mother']],
      [
        ['赵主任', 'Mr Zhao'],
        ['德育处', 'Student affairs'],
      ],
      [
        ['林老师', 'Ms Lin'],
        ['心理教师', 'Counselor'],
      ],
    ],
    parts: {
      aims: ['商量这几天怎样陪护、怎样就诊。', 'How he is accompanied these days, and when he sees a doctor.'],
      atHome: ['话少，饭量小；和父亲通话后情绪更低。', 'Says little, eats little; lower after calls with his father.'],
      atSchool: ['上课趴着，与一位同学还常说话。', 'Head on the desk; still talks with one classmate.'],
      course: [
        '说明看到的情况和保密的例外；母亲讲了家里近况；一起列出今晚到周末每天谁陪、做什么。',
        'Told what was seen and where confidentiality ends; his mother told how it is at home; listed who stays with him each day until the weekend.',
      ],
      effect: ['母亲由慌张到能说出安排。', 'His mother, frightened at first, could name a plan at the end.'],
      agreed: [
        '母亲请假陪护三天；刀具、药品收好；周内去市精神卫生中心；返校前再开一次碰头会。',
        'His mother takes three days off; knives and medicine put away; city center within the week; meet again before he returns.',
      ],
      inside: [
        '母亲提到父亲要求看谈话记录，已说明不提供原文。',
        'His mother says the father wants to read the notes; explained that they are not handed out.',
      ],
    },
    nextAgo: -3,
  },
  {
    who: 'liu-yutong',
    ago: 7,
    at: '16:20',
    minutes: 40,
    kind: 'discussion',
    attendees: [
      [
        ['赵主任', 'Mr Zhao'],
        ['主持', 'Chair'],
      ],
      [
        ['林老师', 'Ms Lin'],
        ['汇报', 'Presents'],
      ],
      [
        ['张校医', 'Dr Zhang'],
        ['校医', 'School doctor'],
      ],
    ],
    parts: {
      aims: ['复学第一个月，怎样安排课业和支持。', 'The first month back at school: workload and support.'],
      course: [
        '介绍复学情况与医院建议；讨论减少晚自习、固定一位可以找的老师。',
        'The return and the hospital’s advice; fewer evening lessons, one teacher to turn to.',
      ],
      agreed: [
        '前两周不上晚自习；英语老师为固定联系人；每周一次简短会面。',
        'No evening lessons for two weeks; the English teacher is her person; a short talk each week.',
      ],
      effect: ['两周后回看。', 'Look again in two weeks.'],
    },
  },
]
