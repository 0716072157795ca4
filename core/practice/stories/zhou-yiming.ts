import type { Story } from '#core/practice/story'

/** Sleepless for a month before the entrance exams; sent to the city center, the slip is still out. */
export const zhouYiming: Story = {
  who: 'zhou-yiming',
  steps: [
    { kind: 'consent', ago: 47, at: '12:08', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 47,
      at: '12:10',
      minutes: 40,
      source: 'self',
      problem: 'sleep',
      others: ['exam-anxiety'],
      request: ['睡不着，白天心慌，想知道怎么办。', 'Cannot sleep, heart races by day; wants to know what to do.'],
      note: {
        state: ['自己预约。说话快，手指一直转笔。', 'Booked himself. Talks fast, turns his pen all the time.'],
        problem: [
          '初三开学后每晚一点半才睡着，考试前整夜不睡。',
          'Since the final year began he sleeps after half past one, before tests not at all.',
        ],
        assessment: [
          '白天喝三罐饮料提神；午睡不了。没有伤害自己的念头。',
          'Three cans of energy drink a day; cannot nap. No thoughts of hurting himself.',
        ],
        measures: [
          '睡眠日志一周；下午以后不喝提神饮料；放松练习。',
          'Sleep diary for a week; no energy drinks after noon; relaxation.',
        ],
        effect: ['愿意先从饮料减起。', 'Will begin with the drinks.'],
        quotes: ['“闭上眼睛就是倒计时。”', '“I close my eyes and see the countdown.”'],
        homework: ['睡眠日志。', 'Sleep diary.'],
      },
    },
    {
      kind: 'visit',
      ago: 33,
      at: '12:10',
      minutes: 44,
      problem: 'sleep',
      others: ['exam-anxiety'],
      request: ['看睡眠日志。', 'Look at the sleep diary.'],
      note: {
        state: ['眼睛有血丝，人比上次蔫。', 'Red eyes, less lively than last time.'],
        problem: [
          '日志：七天里五天睡眠不足四小时。饮料减到一罐，入睡没有明显变化。',
          'Diary: under four hours on five of seven nights. Down to one can, sleep much the same.',
        ],
        assessment: [
          '月考时手抖写不了字，提前交卷。体重两周掉了两公斤。',
          'Hands shook in the monthly test, he gave up early. Lost two kilos in two weeks.',
        ],
        analysis: [
          '越想睡越睡不着；身体已经长时间紧绷。',
          'The more he tries the less he sleeps; his body has been tense for long.',
        ],
        measures: [
          '讨论看医生这件事，列出他的顾虑；睡不着就起身，坐到有困意再躺下。',
          'Talked about seeing a doctor and listed his worries; get up when awake, lie down when sleepy.',
        ],
        effect: ['同意先和母亲说。', 'Agreed to talk with his mother first.'],
        quotes: ['“我怕别人说我有毛病。”', '“I am afraid people will say something is wrong with me.”'],
      },
    },
    { kind: 'consent', ago: 26, at: '17:00', consent: 'counseling', signer: 'mother', mode: 'paper' },
    {
      kind: 'visit',
      ago: 19,
      at: '17:25',
      minutes: 46,
      problem: 'sleep',
      others: ['low-mood'],
      request: ['这周请了两天假。', 'Took two days off this week.'],
      note: {
        state: ['语速慢下来，几次说“无所谓了”。', 'Slower speech; “it does not matter” several times.'],
        problem: [
          '早上起不来，请假在家躺着；不再和同学打球。',
          'Cannot get up, stayed in bed at home; no ball games any more.',
        ],
        assessment: [
          '四周睡眠困难，吃得少。询问：有过“睡过去不醒也好”的想法，一闪而过，没有计划。',
          'Four weeks of poor sleep, eats little. Asked: has thought “it would be fine not to wake up”, in passing, no plan.',
        ],
        measures: [
          '与他和母亲三方谈话，说明辅导室能做和不能做的；提出请专科医生评估。',
          'Talked with him and his mother; what the room can and cannot do; suggested a specialist’s assessment.',
        ],
        effect: ['母亲同意，本人说“听妈妈的”。', 'His mother agrees; he says “as Mum says”.'],
      },
    },
    {
      kind: 'risk',
      ago: 19,
      at: '18:30',
      rank: 2,
      reason: [
        '四周失眠、食少；偶有“不醒也好”的念头，无计划；家庭支持。',
        'Four weeks of poor sleep and appetite; passing thought of not waking up, no plan; family supports him.',
      ],
    },
    {
      kind: 'consent',
      ago: 12,
      at: '12:05',
      consent: 'sharing',
      signer: 'mother',
      mode: 'paper',
      scope: ['可向接诊医生提供来访情况摘要', 'A summary may go to the doctor'],
    },
    {
      kind: 'visit',
      ago: 12,
      at: '12:10',
      minutes: 30,
      problem: 'sleep',
      request: ['商量转介的选择。', 'Talk over the options for a referral.'],
      note: {
        state: [
          '母亲陪同。他自己提问题：要不要抽血、会不会留级。',
          'With his mother. Asked questions himself: blood tests, repeating the year.',
        ],
        problem: ['担心看病的事被同学知道。', 'Worried that classmates will know.'],
        measures: [
          '给出三个去处和各自的特点，由他和母亲选；说明回执怎么带回。',
          'Offered three places with what each is like; they choose; explained the return slip.',
        ],
        effect: ['选了市精神卫生中心青少年门诊，已约号。', 'Chose the youth clinic of the city center; booked.'],
        quotes: ['“能睡一觉就行。”', '“One night of sleep would do.”'],
      },
    },
    {
      kind: 'referral',
      ago: 9,
      at: '15:30',
      way: 'outside',
      urgency: 'soon',
      reason: [
        '近五周每晚睡眠多在四小时以内，食量约为平时一半，体重下降两公斤；月考中手抖提前交卷；本周请假两天；曾说“睡过去不醒也好”，无计划。',
        'For five weeks mostly under four hours of sleep, eats about half, lost two kilos; left a test with shaking hands; two days off this week; said “it would be fine not to wake up”, no plan.',
      ],
      doneSoFar: [
        '个别辅导四次，睡眠日志、放松练习；家长会谈一次。',
        'Four sessions, sleep diary, relaxation; one talk with his mother.',
      ],
      options: [
        ['市精神卫生中心青少年门诊', 'Youth clinic, City Mental Health Center'],
        ['市儿童医院心理科', 'Psychology, Children’s Hospital'],
        ['区未成年人心理辅导中心', 'District youth counseling center'],
      ],
      choice: ['市精神卫生中心青少年门诊', 'Youth clinic, City Mental Health Center'],
      institutionKind: 'psychiatric',
      institution: ['市精神卫生中心', 'City Mental Health Center'],
      department: ['青少年门诊', 'Youth clinic'],
      clientView: ['愿意去，希望不影响上课。', 'Willing; hopes not to miss lessons.'],
      guardianAnswer: 'agrees',
      guardianWords: ['母亲：“先把觉睡好，别的都往后放。”', 'Mother: “Sleep first, everything else later.”'],
      dueAfter: 7,
    },
  ],
}
