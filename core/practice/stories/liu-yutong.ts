import type { Story } from '#core/practice/story'

/** Back from half a term of leave. */
export const liuYutong: Story = {
  who: 'liu-yutong',
  steps: [
    { kind: 'consent', ago: 66, at: '17:20', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 66,
      at: '17:25',
      minutes: 45,
      source: 'parent',
      problem: 'eating',
      others: ['body-image'],
      request: [
        '母亲陪来：两个月瘦了八公斤，停了午饭。',
        'With her mother: lost eight kilos in two months, skips lunch.',
      ],
      note: {
        state: ['穿得厚，手凉；礼貌，话少。', 'Warm clothes, cold hands; polite, few words.'],
        problem: [
          '从暑假起只吃早饭和水果，跑步每天一小时。',
          'Since summer only breakfast and fruit, an hour of running a day.',
        ],
        assessment: [
          '体育课晕倒一次；月经三个月未来（母亲述）。没有自伤念头。身体需要先由医生看。',
          'Fainted once in PE; no period for three months (her mother says). No thoughts of self-harm. A doctor must look first.',
        ],
        measures: [
          '和她、母亲一起说明先看身体；联系校医。',
          'Explained to both that the body comes first; called the school doctor.',
        ],
        effect: ['她说“妈妈去我就去”。', '“I will go if Mum goes.”'],
        quotes: ['“我停不下来，停下来就觉得输了。”', '“I cannot stop. Stopping feels like losing.”'],
      },
    },
    {
      kind: 'risk',
      ago: 66,
      at: '18:20',
      rank: 2,
      reason: [
        '体重两月降八公斤、晕倒一次；家长陪同就诊。',
        'Eight kilos in two months, fainted once; parents take her to hospital.',
      ],
    },
    {
      kind: 'referral',
      ago: 65,
      at: '10:20',
      way: 'outside',
      urgency: 'soon',
      reason: [
        '两个月体重下降约八公斤，午晚饭不吃，体育课晕倒一次。',
        'About eight kilos lost in two months, no lunch or supper, fainted once in PE.',
      ],
      doneSoFar: ['个别辅导一次，校医测量。', 'One session; measured by the school doctor.'],
      options: [
        ['市儿童医院', 'City Children’s Hospital'],
        ['市第一医院营养科', 'Nutrition, First City Hospital'],
      ],
      choice: ['市儿童医院', 'City Children’s Hospital'],
      institutionKind: 'childrens-hospital',
      institution: ['市儿童医院', 'City Children’s Hospital'],
      department: ['心理与营养联合门诊', 'Joint clinic for psychology and nutrition'],
      clientView: ['愿意，想知道会不会住院。', 'Willing; asks whether she must stay.'],
      guardianAnswer: 'agrees',
      guardianWords: ['母亲：“我请好假了。”', 'Mother: “I have taken leave.”'],
      dueAfter: 7,
      slip: {
        ago: 57,
        advice: ['inpatient', 'leave'],
        broughtBy: ['父亲', 'Her father'],
        words: ['医院建议住院治疗并休学半学期（病历摘要）。', 'Hospital advises admission and half a term of leave.'],
        nextCheckAgo: -20,
      },
    },
    {
      kind: 'consent',
      ago: 9,
      at: '12:00',
      consent: 'discussion',
      signer: 'mother',
      mode: 'paper',
      scope: ['复学安排可与班主任商量', 'Her return may be discussed with the class teacher'],
    },
    {
      kind: 'visit',
      ago: 9,
      at: '12:10',
      minutes: 38,
      problem: 'eating',
      others: ['transfer'],
      request: ['复学第一天。', 'First day back.'],
      note: {
        state: ['脸上有了血色，头发剪短了。', 'Colour in her face, short hair.'],
        problem: ['怕同学看她吃饭。', 'Afraid of being watched while she eats.'],
        assessment: [
          '体重回升六公斤，按时复诊。没有自伤念头。',
          'Six kilos regained, keeps her appointments. No thoughts of self-harm.',
        ],
        measures: [
          '约好午饭在校医室隔壁吃，和一位同学一起；两周后回食堂。',
          'Lunch beside the infirmary with one classmate; back to the canteen in two weeks.',
        ],
        effect: ['当天午饭吃了大半碗。', 'Ate most of a bowl that day.'],
        quotes: ['“我想当那个能吃完一碗面的人。”', '“I want to be someone who can finish a bowl of noodles.”'],
      },
    },
    {
      kind: 'risk',
      ago: 9,
      at: '13:10',
      rank: 1,
      reason: ['复学，体重回升，医院随访中。', 'Back at school, weight recovering, hospital follows up.'],
    },
    {
      kind: 'booking',
      ago: -3,
      at: '12:10',
      problem: 'eating',
      request: ['复学回访。', 'Follow-up after her return.'],
    },
  ],
}
