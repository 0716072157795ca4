import type { Story } from '#core/practice/story'

/** A boarder far from home; her parents may be told. */
export const ayiguli: Story = {
  who: 'ayiguli',
  steps: [
    { kind: 'consent', ago: 8, at: '17:20', consent: 'notice', signer: 'student' },
    {
      kind: 'consent',
      ago: 8,
      at: '17:22',
      consent: 'sharing',
      signer: 'guardian',
      mode: 'spoken',
      scope: ['家长可知情：住校适应', 'Parents may know how she settles in'],
    },
    {
      kind: 'visit',
      ago: 8,
      at: '17:25',
      minutes: 40,
      source: 'peer',
      problem: 'boarding-life',
      others: ['new-student'],
      request: ['室友陪她来：想家，周日晚上哭。', 'Brought by a roommate: homesick, cries on Sunday evenings.'],
      note: {
        state: [
          '汉语流利，说到家乡的葡萄架时眼睛亮了。',
          'Fluent; her eyes lit up when she spoke of the vine arbour at home.',
        ],
        problem: [
          '离家两千公里，一学期回去一次。食堂的饭吃不惯，周日晚上最难过。',
          'Two thousand kilometres from home, back once a term. Canteen food is strange; Sunday evenings are hardest.',
        ],
        assessment: [
          '睡眠、学习正常；有两位要好的室友。没有伤害自己的念头。',
          'Sleeps and learns well; two close roommates. No thoughts of hurting herself.',
        ],
        measures: [
          '把周日晚上画成时间轴，放进一次视频通话和一件喜欢的事：跳舞。',
          'Drew Sunday evening as a line and put in a video call and something she loves: dancing.',
        ],
        effect: ['想好了和舞蹈社的同学一起练。', 'Will practise with the dance club.'],
        quotes: [
          '“我不是不喜欢这里，是那里的味道太香了。”',
          '“I do like it here. It just smells too good over there.”',
        ],
      },
    },
    {
      kind: 'booking',
      ago: 0,
      at: '17:25',
      minutes: 35,
      problem: 'boarding-life',
      request: ['第二次，看周日晚上怎么过的。', 'Second time; how Sunday evening went.'],
    },
  ],
}

/** Somebody who wishes to stay anonymous. */
export const alias: Story = {
  who: 'alias',
  steps: [
    {
      kind: 'booking',
      ago: 0,
      at: '12:40',
      minutes: 40,
      source: 'self',
      problem: null,
      request: ['心理信箱留言预约，希望不说名字。', 'Booked by a note in the letterbox; prefers not to give a name.'],
    },
  ],
}

/** His mother calls today. */
export const zhangZixuan: Story = {
  who: 'zhang-zixuan',
  steps: [
    { kind: 'consent', ago: 30, at: '12:38', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 30,
      at: '12:40',
      minutes: 34,
      source: 'parent',
      problem: 'entrance',
      others: ['family-conflict'],
      request: [
        '母亲来电预约：孩子想读职校学烹饪，家里不同意。',
        'Booked by his mother: he wants to learn cooking at a vocational school, the family says no.',
      ],
      note: {
        state: ['带着一本手写菜谱，说话有条理。', 'Carried a handwritten cookbook, spoke clearly.'],
        problem: [
          '想报烹饪专业，父亲说“考不上才去”。',
          'Wants to apply for cooking; his father says “only if you fail everything else”.',
        ],
        assessment: [
          '学习动力有起伏；做饭时很专注。没有安全方面的担心。',
          'Motivation goes up and down; very focused when cooking. No safety concerns.',
        ],
        measures: ['列出两条路各自要什么、得到什么。', 'Listed what each way needs and gives.'],
        effect: [
          '想先把三年后的样子讲给母亲听。',
          'Wants to tell his mother first how he sees himself in three years.',
        ],
        quotes: ['“我做的红烧肉，我爸吃了两碗，没说话。”', '“Dad ate two bowls of my braised pork and said nothing.”'],
      },
    },
    {
      kind: 'visit',
      ago: 13,
      at: '12:40',
      minutes: 30,
      problem: 'entrance',
      request: ['准备和父亲谈。', 'Getting ready to talk with his father.'],
      note: {
        state: ['有些紧张，手里拿着提纲。', 'A little nervous, notes in hand.'],
        problem: ['怕一开口又吵起来。', 'Afraid it turns into a quarrel at once.'],
        measures: [
          '演练三次：先说做了什么功课，再说想法，最后问父亲担心什么。',
          'Rehearsed three times: what he has found out, what he wants, then what his father fears.',
        ],
        effect: ['第三遍时声音稳了。', 'By the third time his voice was steady.'],
        next: ['与母亲电话沟通一次。', 'One call with his mother.'],
      },
    },
    {
      kind: 'booking',
      ago: 0,
      at: '18:05',
      minutes: 40,
      channel: 'phone',
      visitor: 'parent',
      source: 'parent',
      problem: 'entrance',
      request: ['与母亲通话：升学选择。', 'Call with his mother about the choice of school.'],
    },
  ],
}

/** A first-year student, third day after his first visit. */
export const heJiashu: Story = {
  who: 'he-jiashu',
  steps: [
    { kind: 'consent', ago: 3, at: '12:08', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 3,
      at: '12:10',
      minutes: 28,
      source: 'observation',
      problem: 'new-student',
      request: ['门口徘徊了两次，请进来坐坐。', 'Walked past the door twice; invited in.'],
      note: {
        state: [
          '开始只说“没事”，翻了十分钟绘本才开口。',
          'Only “nothing” at first; opened up after ten minutes with a picture book.',
        ],
        problem: [
          '从乡镇小学来，英语课听不懂，不敢举手。',
          'From a village school; cannot follow English, dares not raise his hand.',
        ],
        assessment: [
          '吃睡都好，有一个邻居同校。没有安全方面的担心。',
          'Eats and sleeps well, a neighbour is at the same school. No safety concerns.',
        ],
        measures: [
          '一起找出英语课上能听懂的三样东西；约好和英语老师打个招呼。',
          'Found three things he does understand; agreed to speak with the English teacher.',
        ],
        effect: ['走时问“下次还能看那本书吗”。', 'Asked on leaving, “May I read that book again?”'],
        quotes: ['“我举手的话，大家就知道我不会了。”', '“If I raise my hand they will all know that I cannot.”'],
        next: ['三天后回访。', 'Follow up in three days.'],
      },
    },
    {
      kind: 'booking',
      ago: 0,
      at: '16:40',
      minutes: 40,
      problem: 'new-student',
      request: ['首访后第三天，看看英语课。', 'Three days after the first visit; how English went.'],
    },
  ],
}
