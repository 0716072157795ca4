import type { Theme } from '#core/practice/theme'

export const separation: Theme = {
  source: 'class-teacher',
  sessions: [
    {
      problem: 'divorce',
      others: ['low-mood'],
      request: [
        '父母在办离婚，上课常发呆。|父母分开后，不知道该跟谁过周末。',
        'Parents are divorcing, stares into space in class.|Parents live apart; with whom to spend the weekend?',
      ],
      note: {
        state: ['安静，画了很久才开口。', 'Quiet, drew for a long time before speaking.'],
        problem: [
          '两边都问“你想跟谁”。夜里听见他们在客厅说话。',
          'Both ask “with whom?” Hears them talk in the living room at night.',
        ],
        assessment: [
          '睡得晚，胃口一般；有外婆常来。没有伤害自己的念头。',
          'Late to sleep, moderate appetite; grandmother comes often. No thoughts of self-harm.',
        ],
        measures: [
          '画“两个家”，把自己的东西放进去；分清哪些是大人的事。',
          'Drew two homes and put own things into them; sorted out what is for adults to decide.',
        ],
        effect: ['说“原来我可以两边都喜欢”。', '“So I may love both.”'],
        quotes: [
          '“他们都问我想跟谁，没人问我怕什么。”|“我的书包里永远有两把钥匙。”',
          '“They ask whom I choose. Nobody asks what I fear.”|“There are always two keys in my bag.”',
        ],
      },
    },
    {
      problem: 'divorce',
      request: ['想好怎么对父母说。', 'How to tell the parents.'],
      note: {
        state: ['比上次愿意说话。', 'More willing to talk.'],
        problem: ['怕说了会让他们更难过。', 'Afraid it will make them sadder.'],
        measures: ['写一句给两个人的话：“请不要让我选。”', 'One sentence for both: “Please do not make me choose.”'],
        effect: ['决定先给外婆看。', 'Will show it to grandmother first.'],
        homework: ['每天给自己留半小时做喜欢的事。', 'Half an hour a day for something you like.'],
      },
    },
    {
      problem: 'divorce',
      request: ['说过之后的一周。', 'A week after saying it.'],
      note: {
        state: ['表情舒展，带来一张照片。', 'Relaxed face, brought a photograph.'],
        problem: [
          '父母一起吃了一顿饭，答应周末的安排提前写在日历上。',
          'The parents had a meal together and will write weekends on the calendar.',
        ],
        measures: ['聊“变了的”和“没变的”。', 'Talked about what changed and what stayed.'],
        effect: ['没变的写了十一条。', 'Eleven things stayed.'],
        next: ['期末前再见一次。', 'Once more before the end of term.'],
      },
    },
  ],
}

export const leftBehind: Theme = {
  source: 'observation',
  sessions: [
    {
      problem: 'left-behind',
      request: [
        '父母在外地，和爷爷奶奶住，想他们。|半年没见到爸爸，梦里老走丢。',
        'Parents work far away; lives with grandparents and misses them.|Half a year without father; dreams of getting lost.',
      ],
      note: {
        state: ['有礼貌，进门问要不要换鞋。', 'Polite, asked about taking off shoes.'],
        problem: [
          '每周日晚上通一次话，五分钟，多是问作业。',
          'One call on Sunday evening, five minutes, mostly about homework.',
        ],
        assessment: [
          '饮食睡眠正常，帮奶奶做饭。没有安全方面的担心。',
          'Eats and sleeps well, helps grandmother cook. No safety concerns.',
        ],
        measures: [
          '做了一本“想说的话”，攒着，周日挑一句说。',
          'Made a booklet of things to say; one of them each Sunday.',
        ],
        effect: ['写下的第一句是“今天我会炒土豆丝了”。', 'The first line: “Today I learned to fry potatoes.”'],
        quotes: [
          '“挂了电话，我才想起来想说什么。”|“爸爸的声音我快要记不清了。”',
          '“When we hang up I remember what I wanted to say.”|“I am starting to forget his voice.”',
        ],
      },
    },
    {
      problem: 'left-behind',
      request: ['带来了小本子。', 'Brought the booklet.'],
      note: {
        state: ['笑着翻给老师看，写满了四页。', 'Showed it with a smile, four pages full.'],
        problem: [
          '上周通话二十分钟，爸爸说过年早点回。',
          'Twenty minutes on the phone; father will be home early for New Year.',
        ],
        measures: [
          '联系班主任，把孩子的进步发给家长一次。',
          'The class teacher will tell the parents about one step forward.',
        ],
        effect: ['说“周日没那么长了”。', '“Sundays are not so long any more.”'],
      },
    },
  ],
  closed: {
    reason: 'agreed',
    note: [
      '与父母的联系稳定，班主任每月回访。',
      'Contact with the parents is steady; the class teacher looks in every month.',
    ],
    advice: ['小本子继续写；想说话随时来。', 'Keep writing; come whenever you like to talk.'],
  },
}

export const grief: Theme = {
  source: 'self',
  sessions: [
    {
      problem: 'bereavement',
      request: [
        '外公上个月去世了，不敢哭。|养了八年的狗没有了。',
        'Grandfather died last month; dares not cry.|The dog of eight years is gone.',
      ],
      note: {
        state: [
          '平静地说完，最后一句时停住，流泪约五分钟。',
          'Told it calmly, stopped at the last sentence, wept for five minutes.',
        ],
        problem: ['家里没有人提起，怕自己一哭妈妈也哭。', 'Nobody speaks of it at home; fears to make mother cry.'],
        assessment: [
          '偶尔做梦；吃饭、上课照常。没有伤害自己的念头。',
          'Dreams now and then; eats and learns as usual. No thoughts of self-harm.',
        ],
        measures: ['陪着，不催。说起记得的三件小事。', 'Stayed with it, no hurry. Three small memories.'],
        effect: ['走时说“心里松了一块”。', '“Something has loosened,” on leaving.'],
        quotes: [
          '“他的茶杯还在老地方，没人敢收。”|“我回家还是会先看一眼门后。”',
          '“His cup is still in its place. Nobody dares to put it away.”|“I still look behind the door when I come home.”',
        ],
        homework: ['给他（它）写一封不用寄的信。', 'A letter that need not be sent.'],
      },
    },
    {
      problem: 'bereavement',
      request: ['带来了那封信。', 'Brought the letter.'],
      note: {
        state: ['自己读了一段。', 'Read a passage aloud.'],
        problem: [
          '和妈妈一起看了照片，两个人都哭了，也笑了。',
          'Looked at photographs with mother; both cried and laughed.',
        ],
        measures: ['约好在生日那天种一盆花。', 'A flower will be planted on the birthday.'],
        effect: ['说“可以想了”。', '“I can think of it now.”'],
      },
    },
  ],
  closed: {
    reason: 'goal-reached',
    note: ['能与家人谈起逝去的亲人，生活照常。', 'Can speak about the loss at home; daily life goes on.'],
    advice: ['纪念日前后难过是常有的，想来就来。', 'It is common to be sad around the day; come if you like.'],
  },
}
