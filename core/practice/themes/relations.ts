import type { Theme } from '#core/practice/theme'

export const friendship: Theme = {
  source: 'self',
  sessions: [
    {
      problem: 'peers',
      request: [
        '和最好的朋友闹翻了。|三个人里总是多出我。',
        'Fell out with a best friend.|Always the one too many of three.',
      ],
      note: {
        state: [
          '眼睛红，纸巾捏成一团。|说得很快，像排练过。',
          'Red eyes, a crumpled tissue.|Spoke fast, as if rehearsed.',
        ],
        problem: [
          '朋友把悄悄话告诉了别人，已经一周没有说话，座位还挨着。',
          'A secret was passed on; a week without a word, still side by side in class.',
        ],
        assessment: [
          '吃睡尚可，想过换座位。没有伤害自己或别人的打算。',
          'Eats and sleeps fairly well, thought of changing seats. No intent to hurt anybody.',
        ],
        measures: [
          '把这件事按先后摆成五张卡片，找出最疼的那一张。',
          'Laid the story out on five cards and found the one that hurts most.',
        ],
        effect: ['发现最疼的是“她没有问我”。', 'What hurts most: “She did not ask me.”'],
        quotes: [
          '“我宁愿她骂我，也不要她装没看见。”|“她们的笑声我隔两排都听得见。”',
          '“I would rather she shouted than pretend not to see me.”|“I hear them laugh two rows away.”',
        ],
      },
    },
    {
      problem: 'peers',
      request: ['想给朋友写一封信。', 'Wants to write a letter.'],
      note: {
        state: ['带来了信的草稿，改了三遍。', 'Brought a draft, rewritten three times.'],
        problem: ['怕对方把信给别人看。', 'Afraid it will be shown around.'],
        measures: [
          '把信改成当面说的三句话，演练两次。',
          'Turned it into three sentences to say in person; rehearsed twice.',
        ],
        effect: ['决定体育课后说。', 'Will say them after PE.'],
        homework: [
          '说完以后，不管结果，给自己买一杯喜欢的饮料。',
          'Afterwards, whatever happens, a drink of your choice.',
        ],
      },
    },
    {
      problem: 'peers',
      request: ['说了。', 'Said it.'],
      note: {
        state: ['进门比了个手势。', 'Gave a thumbs-up at the door.'],
        problem: [
          '对方愣了一下，第二天带了早饭来。还没有回到从前，但开始说话。',
          'The friend was taken aback and brought breakfast next day. Not as before, but talking.',
        ],
        measures: [
          '聊了聊什么样的秘密可以说、什么样的先留着。',
          'Talked about which secrets to share and which to keep for a while.',
        ],
        effect: ['自评从三分到七分。', 'Own rating from three to seven.'],
      },
    },
  ],
  closed: {
    reason: 'agreed',
    note: ['与朋友恢复往来，商定结束。', 'On speaking terms again; ended by agreement.'],
    advice: ['有话先问一句“你是这个意思吗”。', 'Ask first: “Is that what you meant?”'],
  },
}

export const dormitory: Theme = {
  source: 'class-teacher',
  sessions: [
    {
      problem: 'dormitory',
      others: ['sleep'],
      request: [
        '宿舍熄灯后的说话声让人睡不着。|室友不打招呼就用我的东西。',
        'Talk after lights-out keeps me awake.|A roommate uses my things without asking.',
      ],
      note: {
        state: ['打着哈欠，说话时带着气。', 'Yawning, and angry.'],
        problem: ['提醒过两次，一次被说“矫情”。想搬出去。', 'Asked twice, was called fussy once. Wants to move out.'],
        assessment: [
          '每晚不足七小时；白天能上课。没有动手的打算。',
          'Less than seven hours a night, copes in class. No intent to fight.',
        ],
        measures: [
          '区分“对事”和“对人”；列出能接受的三种安排。',
          'Told the matter from the person; listed three arrangements that would do.',
        ],
        effect: ['愿意先和一位室友谈。', 'Will speak with one roommate first.'],
        quotes: [
          '“我不是要赢，我就想睡觉。”|“那是我奶奶织的围巾。”',
          '“I do not want to win. I want to sleep.”|“My grandmother knitted that scarf.”',
        ],
      },
    },
    {
      problem: 'dormitory',
      request: ['宿舍开了一次小会。', 'They held a small meeting.'],
      note: {
        state: ['明显松快，带来写着“宿舍三条”的纸。', 'Much easier; brought a sheet with “three rules”.'],
        problem: [
          '十点半后戴耳机、借东西先问、周五可以晚半小时。',
          'Earphones after half past ten, ask before borrowing, half an hour later on Fridays.',
        ],
        measures: ['想好有人没做到时怎么说。', 'Prepared what to say when a rule is broken.'],
        effect: ['这周睡足了五晚。', 'Five full nights this week.'],
        next: ['两周后短谈。', 'A short talk in two weeks.'],
      },
    },
  ],
}

export const bullied: Theme = {
  source: 'subject-teacher',
  sessions: [
    {
      problem: 'bullying',
      others: ['peers'],
      request: [
        '被取绰号，书包被藏了两次。|群里有人发他的丑照。',
        'Called names, schoolbag hidden twice.|Ugly pictures of him in a chat group.',
      ],
      note: {
        state: ['低头，声音小；说到“没事”时眼圈红了。', 'Head down, quiet; eyes reddened at “it is nothing”.'],
        problem: [
          '三名同学参与，持续约一个月。告诉过一次值日生，没有用。',
          'Three classmates, for about a month. Told a prefect once, to no avail.',
        ],
        assessment: [
          '不敢去小卖部，午休待在图书馆。没有受伤。没有伤害自己的念头。',
          'Avoids the shop, spends noon in the library. No injuries. No thoughts of self-harm.',
        ],
        measures: [
          '说明这不是他的错，也说明需要告诉谁、为什么；一起列出时间、地点和截图。已按规定告知德育处和班主任。',
          'It is not his fault; explained who must be told and why; listed times, places, screenshots. Told student affairs and the class teacher as required.',
        ],
        effect: [
          '同意请班主任一起处理，希望不当众点名。',
          'Agrees that the class teacher acts, without naming anyone in class.',
        ],
        quotes: [
          '“我要是也笑，他们就会停。可他们没停。”',
          '“I thought if I laughed too they would stop. They did not.”',
        ],
      },
    },
    {
      problem: 'bullying',
      request: ['学校处理以后。', 'After the school acted.'],
      note: {
        state: ['抬头说话，坐到了靠窗的位置。', 'Looks up, took the seat by the window.'],
        problem: [
          '三名同学道了歉，图片已删除。仍会担心换个地方再来。',
          'The three apologised, pictures deleted. Still fears it may start elsewhere.',
        ],
        assessment: ['午休回到教室三次。', 'Back in the classroom at noon three times.'],
        measures: [
          '找好两位可以一起走的同学；练习遇到时大声说“停”。',
          'Two classmates to walk with; practised a loud “stop”.',
        ],
        effect: ['说“现在有人知道了，我就没那么怕”。', '“Now somebody knows, I am less afraid.”'],
        next: ['每周见一次，到期末。', 'Once a week until the end of term.'],
      },
    },
  ],
  risk: {
    after: 0,
    rank: 1,
    reason: [
      '受同学欺负约一个月，学校已介入，同伴支持在恢复。',
      'Bullied for about a month; the school has stepped in, support is coming back.',
    ],
  },
}
