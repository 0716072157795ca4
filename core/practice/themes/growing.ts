import type { Theme } from '#core/practice/theme'

export const selfWorth: Theme = {
  source: 'self',
  sessions: [
    {
      problem: 'low-self-esteem',
      others: ['body-image'],
      request: [
        '觉得自己哪里都不好。|不敢照镜子，也不想拍集体照。',
        'Feels no good at anything.|Avoids mirrors and the class photograph.',
      ],
      note: {
        state: ['刘海遮住眼睛，说话用手挡着嘴。', 'Fringe over the eyes, hand before the mouth.'],
        problem: ['被一句“你怎么这么黑”记了两年。', 'One remark about dark skin remembered for two years.'],
        assessment: [
          '吃饭正常，没有节食；朋友两位。没有伤害自己的念头。',
          'Eats normally, no dieting; two friends. No thoughts of self-harm.',
        ],
        measures: ['从“别人眼里的我”说到“帮过别人的我”。', 'From “how others see me” to “whom I have helped”.'],
        effect: ['想到一件：教表弟骑车。', 'One came up: teaching a cousin to ride a bicycle.'],
        quotes: [
          '“夸我的话我一句都不信，骂我的我全信。”|“合照里我总找最后一排。”',
          '“I believe none of the praise and all of the blame.”|“In photographs I look for the last row.”',
        ],
        homework: ['每晚写一件做到的小事。', 'One small thing done, every evening.'],
      },
    },
    {
      problem: 'low-self-esteem',
      request: ['七件小事。', 'Seven small things.'],
      note: {
        state: ['把刘海别了起来。', 'Hair pinned back.'],
        problem: [
          '写了六件，有一天“没有”，后来补上“那天我早睡了”。',
          'Six were written; one day had none, later: “I went to bed early.”',
        ],
        measures: [
          '请两位朋友各说一个优点，当作“外部证据”。',
          'Two friends named one strength each, as evidence from outside.',
        ],
        effect: ['读到时脸红，收进了书里。', 'Blushed and kept it in a book.'],
      },
    },
    {
      problem: 'low-self-esteem',
      request: ['参加了一次朗诵。', 'Took part in a recital.'],
      note: {
        state: ['声音比以前大。', 'A louder voice.'],
        problem: ['上台前想退，最后读完了。', 'Wanted to back out, then read to the end.'],
        measures: ['回看：哪一步最难，怎么过去的。', 'Which step was hardest, and how it was passed.'],
        effect: ['说“下次还想试”。', '“I would try again.”'],
        next: ['三周后。', 'In three weeks.'],
      },
    },
  ],
}

export const crush: Theme = {
  source: 'self',
  sessions: [
    {
      problem: 'love',
      request: [
        '喜欢上了一个人，没法专心。|表白被拒，怕在班里遇见。',
        'In love and cannot concentrate.|Was turned down and dreads meeting in class.',
      ],
      note: {
        state: ['脸红，先讲了很多别的事。', 'Blushing, talked about everything else first.'],
        problem: [
          '每天数和对方说了几句话，晚自习一直看后脑勺。',
          'Counts the words exchanged each day, watches the back of a head all evening.',
        ],
        assessment: [
          '吃睡正常，没有安全方面的担心；没有越界的要求或接触。',
          'Eats and sleeps well, no safety concerns; nothing beyond limits.',
        ],
        measures: [
          '把喜欢这件事说清楚：喜欢的是什么，想要的是什么。',
          'Put it into words: what is liked, what is wished for.',
        ],
        effect: ['说“喜欢她认真的样子，我也想那样”。', '“I like how serious she is. I would like to be that way.”'],
        quotes: [
          '“她借我橡皮，我高兴了三天。”|“全班都知道了，只有我不知道怎么走路。”',
          '“She lent me an eraser and I was happy for three days.”|“Everybody knows. I just do not know how to walk any more.”',
        ],
      },
    },
    {
      problem: 'love',
      request: ['两周以后。', 'Two weeks later.'],
      note: {
        state: ['自然多了，能开自己的玩笑。', 'More natural, jokes about it.'],
        problem: ['一起参加了物理竞赛小组。偶尔难过一下。', 'Both joined the physics group. Sad now and then.'],
        measures: ['谈了交往的分寸和同学的玩笑怎么接。', 'Talked about limits and how to answer teasing.'],
        effect: ['自己决定先这样。', 'Decided to leave it at that for now.'],
      },
    },
  ],
  closed: {
    reason: 'agreed',
    note: ['能安排好学习与交往，商定结束。', 'Balances study and friendship; ended by agreement.'],
    advice: ['有新的事可以再来说。', 'Come when there is news.'],
  },
}

export const settling: Theme = {
  source: 'class-teacher',
  sessions: [
    {
      problem: 'new-student',
      request: [
        '刚转来，听不懂口音，也不认识人。|初一开学一个月还会迷路。',
        'Just transferred, strange accent, knows nobody.|A month into school and still gets lost.',
      ],
      note: {
        state: ['拿着课程表，上面画满了箭头。', 'Held a timetable full of arrows.'],
        problem: ['课间不知道站在哪里。', 'Does not know where to stand in breaks.'],
        assessment: [
          '饮食睡眠尚可，会给老家的朋友写信。没有安全方面的担心。',
          'Eats and sleeps fairly well, writes to friends back home. No safety concerns.',
        ],
        measures: [
          '画一张学校地图，标出三个“可以待一会儿”的地方。',
          'Drew a map of the school with three places to be.',
        ],
        effect: ['选了图书角、乒乓球台和心理辅导室。', 'Chose the book corner, the table-tennis table and this room.'],
        quotes: [
          '“我像一个旁听生。”|“大家好像都拿到了说明书，就我没有。”',
          '“I feel like a guest in class.”|“Everyone seems to have the manual but me.”',
        ],
      },
    },
    {
      problem: 'new-student',
      request: ['第三周。', 'Third week.'],
      note: {
        state: ['和一位同学一起来，让他在门口等。', 'Came with a classmate who waits outside.'],
        problem: ['乒乓球台边认识了两个人。', 'Met two people at the table.'],
        measures: ['聊聊怎么记住名字。', 'Tricks for remembering names.'],
        effect: ['记住了十四个。', 'Knows fourteen.'],
      },
    },
  ],
  closed: {
    reason: 'goal-reached',
    note: ['有了固定的同伴，课间不再独处。', 'Has steady companions; no longer alone in breaks.'],
    advice: ['图书角周三缺人整理，欢迎来。', 'The book corner needs a hand on Wednesdays.'],
  },
}
