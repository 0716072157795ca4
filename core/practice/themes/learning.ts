import type { Theme } from '#core/practice/theme'

export const examAnxiety: Theme = {
  source: 'self',
  sessions: [
    {
      problem: 'exam-anxiety',
      request: [
        '考试时脑子一片空白。|一到月考就肚子疼。',
        'Mind goes blank in tests.|Stomach aches at every monthly test.',
      ],
      note: {
        state: [
          '说话急，手心出汗，拿着上次的卷子来。|捂着肚子进来，喝了热水后坐稳。',
          'Speaks fast, sweaty hands, brought the last paper.|Came in holding the stomach, settled after warm water.',
        ],
        problem: [
          '发卷子的那一分钟最难受，看到第一题不会就想交卷。',
          'The minute the papers are handed out is worst; one hard first question and it feels lost.',
        ],
        assessment: [
          '平时作业能完成，只在大考时出现。睡眠可以。没有伤害自己的念头。',
          'Does homework well; only at big tests. Sleeps fairly well. No thoughts of self-harm.',
        ],
        measures: [
          '一起画出“考前—考中—考后”的曲线，找到最高点；练习先做三次呼吸再翻卷。',
          'Drew the curve before, during and after a test and found its peak; three breaths before turning the page.',
        ],
        effect: ['练习时能感到肩膀放松。', 'Felt the shoulders drop in the exercise.'],
        quotes: [
          '“我不是不会，是那一刻不会。”|“肚子比我先知道要考试。”',
          '“I do know it. Just not at that moment.”|“My stomach knows about the test before I do.”',
        ],
        homework: ['小测验时试一次三次呼吸。', 'Try the three breaths in a quiz.'],
      },
    },
    {
      problem: 'exam-anxiety',
      request: ['小测验之后。', 'After the quiz.'],
      note: {
        state: ['进门就说“我试了”。', '“I tried it,” at the door.'],
        problem: [
          '小测验时先做了后面会的题，回头再看第一题。还是会担心父母看分数时的表情。',
          'Did the later questions first and came back. Still fears the look on the parents’ faces.',
        ],
        analysis: ['紧张有一半来自“考完以后会怎样”。', 'Half of the fear is about what comes after the test.'],
        measures: [
          '写下最坏、最好和最可能的结果，看哪个真的发生过。',
          'Wrote the worst, the best and the likeliest outcome and looked at which ever came true.',
        ],
        effect: ['紧张从八分说到五分。', 'Fear down from eight to five.'],
        homework: ['考前一晚十点半睡，不再加题。', 'Bed at half past ten before the test, no extra exercises.'],
      },
    },
    {
      problem: 'exam-anxiety',
      request: ['期中考完了。', 'Midterms are over.'],
      note: {
        state: [
          '轻松，带了一颗糖给老师。|笑着说“这次没跑厕所”。',
          'At ease, brought a sweet.|Laughed: “I did not have to run out this time.”',
        ],
        problem: ['数学时紧张了一会儿，后来缓过来，全部做完。', 'Tense for a while in maths, came round and finished.'],
        measures: [
          '把有用的三个办法写在卡片上，放进笔袋。',
          'Wrote the three things that help on a card for the pencil case.',
        ],
        effect: ['自评紧张三分，觉得可以自己来。', 'Rates the fear at three and feels able to go on alone.'],
        next: ['需要时再约。', 'Comes again when needed.'],
      },
    },
  ],
  closed: {
    reason: 'goal-reached',
    note: [
      '三次，考试时能完成试卷，紧张自评由八分到三分。',
      'Three sessions; finishes tests, fear from eight to three by own rating.',
    ],
    advice: ['考前照卡片做；再有困难随时来。', 'Follow the card before tests; come whenever it gets hard.'],
  },
}

export const motivation: Theme = {
  source: 'class-teacher',
  sessions: [
    {
      problem: 'motivation',
      others: ['study-pressure'],
      request: ['班主任转来：作业常缺，课上走神。', 'Sent by the class teacher: missing homework, absent in class.'],
      note: {
        state: [
          '靠在椅背上，问一句答一句。|坐下先说“是老师让我来的”。',
          'Leaned back, one answer per question.|“The teacher sent me,” before sitting down.',
        ],
        problem: [
          '不知道学了有什么用，晚上拖到十一点才开始写。',
          'Does not see the use of it; starts homework at eleven at night.',
        ],
        assessment: [
          '睡眠不足七小时；喜欢修自行车。没有安全方面的担心。',
          'Less than seven hours of sleep; likes repairing bicycles. No safety concerns.',
        ],
        measures: [
          '先聊自行车，再一起看一天的时间花在哪里。',
          'Talked bicycles first, then looked at where the day goes.',
        ],
        effect: ['说“没人问过我这个”。', '“Nobody ever asked me about that.”'],
        quotes: [
          '“不是懒，是不知道先干哪个。”|“反正写了也是错。”',
          '“Not lazy. I just do not know where to start.”|“It will be wrong anyway.”',
        ],
        homework: ['每天放学先写十分钟，到点就停。', 'Ten minutes right after school each day, then stop.'],
      },
    },
    {
      problem: 'motivation',
      request: ['看十分钟的记录。', 'Look at the ten minutes.'],
      note: {
        state: ['把记录纸摊在桌上，有三天打勾。', 'Spread the sheet on the table, three days ticked.'],
        problem: [
          '写起来以后常常超过十分钟；英语还是不想碰。',
          'Once begun it often took longer; still avoids English.',
        ],
        measures: [
          '把英语拆成“只读一遍”。约好和班主任说一声，允许先交一半。',
          'Cut English down to “read once”. The class teacher will accept half for now.',
        ],
        effect: ['同意再试两周。', 'Will try two more weeks.'],
      },
    },
  ],
}

export const studyPressure: Theme = {
  source: 'parent',
  sessions: [
    {
      problem: 'study-pressure',
      others: ['sleep'],
      request: [
        '母亲来电：孩子写作业到半夜，一提成绩就哭。|父亲担心孩子太要强。',
        'Mother calls: homework until midnight, cries when marks are mentioned.|Father worries the child is too hard on itself.',
      ],
      note: {
        state: ['坐得笔直，说话前先想好再说。', 'Sits upright, thinks before each sentence.'],
        problem: [
          '从前十掉到二十名，把每天的休息都改成了练习题。',
          'Fell from the first ten to twentieth and turned every break into exercises.',
        ],
        assessment: [
          '每晚睡六小时，周末头痛。询问后没有伤害自己的念头。',
          'Six hours of sleep, headaches at weekends. No thoughts of self-harm when asked.',
        ],
        analysis: ['把“休息”看成“落后”。', 'Takes rest for falling behind.'],
        measures: [
          '一起算了算专注和疲劳的时间，试着留出两段真正的休息。',
          'Counted focused and tired hours, kept two real breaks.',
        ],
        quotes: [
          '“我一停下来就觉得别人在往前跑。”|“妈妈没说什么，可她叹气了。”',
          '“When I stop I feel the others run.”|“Mum said nothing, but she sighed.”',
        ],
        homework: ['每天晚饭后散步二十分钟，不带书。', 'Twenty minutes of walking after supper, without a book.'],
      },
    },
    {
      problem: 'study-pressure',
      request: ['散步一周以后。', 'After a week of walks.'],
      note: {
        state: ['脸色好一些，说和爸爸一起走的。', 'Looks better; walked with the father.'],
        problem: [
          '散步后作业反而早半小时写完，但心里还是不踏实。',
          'Homework was done half an hour earlier, yet it does not feel safe.',
        ],
        measures: ['练习对自己说一句朋友会说的话。', 'Practised telling oneself what a friend would say.'],
        effect: ['选了一句写在文具盒里：“今天够了。”', 'Chose one for the pencil box: “Enough for today.”'],
      },
    },
    {
      problem: 'study-pressure',
      request: ['与母亲一起谈。', 'Together with the mother.'],
      note: {
        state: ['母女（子）坐得很近，先有些拘谨。', 'Sat close to each other, a little stiff at first.'],
        problem: ['母亲说自己也会半夜醒来想孩子的升学。', 'The mother wakes at night thinking of school, too.'],
        measures: ['请两人各说一件这周看到对方的好。', 'Each named one good thing seen in the other this week.'],
        effect: ['约定饭桌上不谈分数。', 'No marks at the dinner table.'],
        next: ['两周后看看。', 'Look again in two weeks.'],
      },
    },
  ],
}
