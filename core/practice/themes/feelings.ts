import type { Theme } from '#core/practice/theme'

export const temper: Theme = {
  source: 'subject-teacher',
  sessions: [
    {
      problem: 'anger',
      others: ['teacher-relation'],
      request: [
        '课上和老师顶撞，撕了卷子。|打球时推了同学。',
        'Talked back and tore up a paper.|Pushed a classmate at basketball.',
      ],
      note: {
        state: ['进门时还喘着气，坐下后喝了两杯水。', 'Out of breath at the door, two glasses of water.'],
        problem: ['觉得被当众冤枉。', 'Feels wronged before everyone.'],
        assessment: ['没有受伤，没有伤害别人的打算；事后后悔。', 'No injuries, no intent to hurt; regrets it.'],
        measures: [
          '回放当时的三分钟，找到“还来得及”的那一刻。',
          'Played the three minutes back to find the moment when it could still turn.',
        ],
        effect: ['指出是“他念我名字的时候”。', '“When he read out my name.”'],
        quotes: [
          '“我手比脑子快。”|“我最讨厌别人说‘你又来了’。”',
          '“My hand is faster than my head.”|“I hate it when they say ‘you again’.”',
        ],
        homework: ['那一刻到来时，先把手放进口袋。', 'When that moment comes, hands into pockets.'],
      },
    },
    {
      problem: 'anger',
      request: ['口袋练习。', 'Hands in pockets.'],
      note: {
        state: ['有点得意。', 'A little proud.'],
        problem: ['一周三次想发火，两次放进了口袋。', 'Three times angry, twice the hands went into the pockets.'],
        measures: ['准备一段向老师说明和道歉的话。', 'Prepared words to explain and to apologise.'],
        effect: ['当天放学去说了，老师留他喝了茶。', 'Said them the same day; the teacher made tea.'],
      },
    },
  ],
}

export const worry: Theme = {
  source: 'screening',
  sessions: [
    {
      problem: 'anxiety',
      others: ['somatic'],
      request: [
        '普查后约谈：常常心慌。|普查后约谈：总担心家里出事。',
        'Asked in after the screening: heart races.|Asked in after the screening: fears for the family.',
      ],
      note: {
        state: ['坐在椅子前沿，脚一直抖。', 'On the edge of the chair, feet shaking.'],
        problem: [
          '每天出门要检查三遍门锁，上课会想“煤气关了吗”。',
          'Checks the lock three times, thinks of the gas in class.',
        ],
        assessment: [
          '问卷只作参考，面谈为准：能上课，睡得着，担心时心慌十分钟左右。没有伤害自己的念头。',
          'The questionnaire is only a hint, the talk counts: follows lessons, sleeps; about ten minutes of palpitations when worried. No thoughts of self-harm.',
        ],
        measures: [
          '给“担心”定一个时间：每天下午五点，十分钟，写下来。',
          'A time for worrying: five in the afternoon, ten minutes, in writing.',
        ],
        effect: ['觉得好笑，但愿意试。', 'Found it funny, will try.'],
        quotes: [
          '“我知道关了，可是手不知道。”|“电话一响我就先想坏的。”',
          '“I know it is off. My hand does not.”|“When the phone rings I think of the worst first.”',
        ],
      },
    },
    {
      problem: 'anxiety',
      request: ['担心时间用了一周。', 'A week of worry time.'],
      note: {
        state: ['带来七页纸，第五页只写了两行。', 'Seven pages; two lines on the fifth.'],
        problem: ['多数担心到五点已经不想写了。', 'By five most worries were not worth writing.'],
        measures: ['试着只锁一次门，用手机拍一张照片代替检查。', 'Locks once, a photograph instead of checking.'],
        effect: ['三天里有两天只看了一眼照片。', 'Two days of three, one look at the picture.'],
      },
    },
    {
      problem: 'anxiety',
      request: ['再看看。', 'Another look.'],
      note: {
        state: ['坐得靠后了，脚不抖。', 'Sits back, feet still.'],
        problem: ['心慌一周一次，能等它过去。', 'Palpitations once a week, waits until they pass.'],
        measures: ['整理有用的办法，写给“下学期的自己”。', 'Wrote what helped to “me, next term”.'],
        effect: ['自评七分到三分。', 'Own rating from seven to three.'],
      },
    },
  ],
  risk: {
    after: 0,
    rank: 1,
    reason: [
      '普查后约谈，常心慌、反复检查；能正常上课，家庭支持好。',
      'Seen after the screening: palpitations, checking; follows lessons, good support at home.',
    ],
  },
}
export const phone: Theme = {
  source: 'parent',
  sessions: [
    {
      problem: 'phone-internet',
      others: ['family-conflict'],
      request: [
        '父亲预约：孩子凌晨还在打游戏。|母亲说手机一收就摔门。',
        'Booked by the father: gaming after midnight.|Mother says doors slam when the phone is taken.',
      ],
      note: {
        state: [
          '开始不看人，聊到游戏里的战队时坐直了。',
          'No eye contact; sat up when talking about the team in the game.',
        ],
        problem: [
          '在队里当指挥，“下线会害了大家”。周末玩到两点。',
          'Leads the team: “going offline lets them down”. Plays till two at weekends.',
        ],
        assessment: [
          '上课打瞌睡，成绩下滑；有线下朋友一位。没有安全方面的担心。',
          'Dozes in class, marks fall; one friend outside the game. No safety concerns.',
        ],
        measures: [
          '先听懂指挥要做什么，再看这些本事还能用在哪里。',
          'Understood what leading takes, then where else it could serve.',
        ],
        effect: ['愿意谈“几点收队”。', 'Willing to talk about when to call it a night.'],
        quotes: [
          '“在那里面有人等我。”|“我妈拿走的不是手机，是我所有的人。”',
          '“In there somebody waits for me.”|“It is not the phone she takes. It is everyone I have.”',
        ],
      },
    },
    {
      problem: 'phone-internet',
      request: ['与家长一起定约定。', 'An agreement with the parents.'],
      note: {
        state: ['父母和孩子都来，开头各看各的。', 'All three came, looking past each other at first.'],
        problem: ['以前的规定都是吵架时定的。', 'All former rules were made in quarrels.'],
        measures: [
          '写下三方都能做到的三条：平日十点交手机，周六晚可到十二点，父亲学会看一局再说话。',
          'Three things all can keep: phone away at ten on weekdays, twelve on Saturdays, father watches a round before he speaks.',
        ],
        effect: ['父亲问“你打的是哪个位置”，孩子笑了。', 'Father asked which position he plays, and he laughed.'],
        next: ['三周后三方再谈。', 'All three again in three weeks.'],
      },
    },
    {
      problem: 'phone-internet',
      request: ['约定执行三周。', 'Three weeks of the agreement.'],
      note: {
        state: ['精神好，主动说分数。', 'Rested, spoke of marks unasked.'],
        problem: ['违约两次，都补上了。', 'Broken twice, made good both times.'],
        measures: ['谈违约时怎么不吵起来。', 'How to handle a breach without a quarrel.'],
        effect: ['睡眠每天多了一小时。', 'One hour more of sleep a day.'],
      },
    },
  ],
}
