import type { Story } from '#core/practice/story'

/** A boarder whose words alarmed his class teacher yesterday; the crisis is open. */
export const chenSiyuan: Story = {
  who: 'chen-siyuan',
  steps: [
    { kind: 'consent', ago: 20, at: '17:24', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 20,
      at: '17:25',
      minutes: 45,
      source: 'class-teacher',
      problem: 'low-mood',
      others: ['study-pressure'],
      request: [
        '期中后成绩下滑，上课趴着，作业连续三天没交。',
        'Marks fell after midterms; head on the desk in class; no homework for three days.',
      ],
      note: {
        state: [
          '独自来，走路慢，回答前停顿很久。校服拉链拉到顶。',
          'Came alone, walked slowly, long pauses before each answer. Jacket zipped to the chin.',
        ],
        problem: [
          '觉得“怎么学都追不上”。父亲在外地工作，每周通一次电话，多半谈名次。',
          'Feels he “can never catch up”. His father works away and calls once a week, mostly about rank.',
        ],
        assessment: [
          '近两周兴趣减少，篮球不打了；早醒；吃饭正常。询问伤害自己的念头：“没想过要做什么。”',
          'Two weeks of less interest, stopped basketball; wakes early; eats normally. Asked about hurting himself: “I have not thought of doing anything.”',
        ],
        analysis: ['把名次和“值不值得被爱”放在了一起。', 'He has tied rank to whether he deserves to be loved.'],
        measures: [
          '说明保密原则及例外。把一天分成小格，找出还有一点力气的时段：早读后。',
          'Explained confidentiality and its limits. Cut the day into small boxes and found the one with some strength left: after morning reading.',
        ],
        effect: ['愿意先交一科作业试试。', 'Will try handing in one subject first.'],
        quotes: ['“他每次都问第几名，从来不问我吃了什么。”', '“He always asks what rank I am, never what I ate.”'],
        next: ['两周内再来；必要时请班主任一起。', 'Again within two weeks; with the class teacher if needed.'],
      },
    },
    {
      kind: 'risk',
      ago: 20,
      at: '18:30',
      rank: 1,
      reason: [
        '兴趣减少、早醒两周；有同伴和班主任支持。',
        'Two weeks of less interest and early waking; classmates and class teacher support him.',
      ],
    },
    {
      kind: 'visit',
      ago: 6,
      at: '12:40',
      minutes: 38,
      problem: 'low-mood',
      others: ['family-conflict', 'sleep'],
      request: ['按约定回访。', 'Follow-up as agreed.'],
      note: {
        state: [
          '面色倦，坐下后先看窗外。说话声音比上次小。',
          'Tired face, looked out of the window first. Softer voice than last time.',
        ],
        problem: [
          '周末父亲在电话里说“再这样就别念了”，他挂断后没有吃晚饭。',
          'At the weekend his father said on the phone, “If this goes on you may as well leave school.” He hung up and had no supper.',
        ],
        assessment: [
          '四点多醒，约一周。询问：偶尔觉得“没意思”，没有计划、没有准备。能说出三个想活下去的理由：奶奶、弟弟、想看海。',
          'Wakes after four, about a week. Asked: sometimes feels “there is no point”, no plan, nothing prepared. Names three reasons to live: his grandmother, his brother, to see the sea.',
        ],
        analysis: [
          '与父亲的冲突之后无助感加重；愿意说出来是保护因素。',
          'More helpless since the quarrel; that he speaks of it protects him.',
        ],
        measures: [
          '一起写了安全计划：信号、能做的事、能找的人、电话；他自己收好一份。约定与班主任、母亲沟通。',
          'Wrote a safety plan together: signs, things to do, people, numbers; he keeps a copy. Agreed to talk with the class teacher and his mother.',
        ],
        effect: ['写完安全计划后说“有张纸踏实一点”。', '“Having it on paper feels steadier.”'],
        quotes: [
          '“要是我不在了，他是不是就不用操心名次了。”',
          '“If I were not here he would not have to worry about ranks.”',
        ],
        next: ['本周内再见一次；先与母亲通话。', 'Once more this week; call his mother first.'],
      },
    },
    {
      kind: 'consent',
      ago: 5,
      at: '10:05',
      consent: 'counseling',
      signer: 'mother',
      mode: 'spoken',
      scope: ['电话中同意，纸质待补', 'Agreed by phone, paper to follow'],
    },
    {
      kind: 'crisis',
      ago: 1,
      at: '12:51',
      rank: 2,
      fields: {
        reporter: ['班主任', 'The class teacher'],
        place: ['教学楼三楼教室后门外', 'Third floor, outside the back door of the classroom'],
        foundHow: [
          '班主任午间查班时发现，学生独自站在走廊窗边，手里有一把美工刀。',
          'Found by the class teacher at noon, alone at the corridor window with a craft knife in his hand.',
        ],
        signs: [
          '对同学说了两次“不想活了”；近两周早醒、早饭不吃；昨晚在宿舍把书和球鞋分给室友。未见伤口。',
          'Told a classmate twice “I do not want to live”; wakes early and skips breakfast for two weeks; gave books and shoes to his roommates last night. No wounds seen.',
        ],
        rankReason: [
          '班主任转述“不想活了”两次；无具体计划；两周失眠。',
          'Class teacher reports “I do not want to live” twice; no definite plan; two weeks of poor sleep.',
        ],
        guardianAnswer: [
          '母亲下午到校，表示带回家陪护，约好周内去市精神卫生中心。父亲电话中同意。',
          'His mother came in the afternoon, will take him home and stay with him; appointment at the city center within the week. His father agreed by phone.',
        ],
        reportedTo: ['德育处赵主任，13:05，电话', 'Mr Zhao, student affairs, 13:05, by phone'],
        counselorOpinion: [
          '建议监护人二十四小时陪护，移开危险物品，尽快就诊；返校前开碰头会。',
          'Guardians to stay with him day and night, remove dangerous things, see a doctor soon; meeting before he returns.',
        ],
      },
      entries: [
        {
          at: '12:51',
          step: null,
          text: [
            '班主任电话告知，学生在教室后门外。',
            'Class teacher calls: the student is outside the back door of the classroom.',
          ],
        },
        { at: '13:02', step: 'accompanied', text: ['到场，校医在场陪伴。', 'Arrived; the school doctor is with him.'] },
        {
          at: '13:03',
          step: 'means-removed',
          text: ['美工刀交校医保管。', 'Craft knife handed to the school doctor.'],
        },
        {
          at: '13:05',
          step: 'leader-told',
          text: ['电话报告德育处赵主任，要求到场。', 'Told Mr Zhao of student affairs by phone; he is coming.'],
        },
        {
          at: '13:18',
          step: 'guardian-reached',
          text: ['母亲接通，答应两小时内到校。', 'Reached his mother; here within two hours.'],
        },
        {
          at: '13:40',
          step: 'risk-assessed',
          text: [
            '按问询引导谈完五题；无具体计划，愿意说“先不做”。',
            'Went through the five questions; no definite plan, agrees “not for now”.',
          ],
        },
        {
          at: '15:12',
          step: 'guardian-handover',
          text: [
            '母亲到校，当面交接，签了陪护告知。',
            'His mother arrived; handed over in person; she signed the notice on staying with him.',
          ],
        },
      ],
    },
    {
      kind: 'risk',
      ago: 1,
      at: '13:45',
      rank: 2,
      reason: [
        '两次说“不想活了”，分送物品；无具体计划；监护人陪护中。',
        'Said “I do not want to live” twice, gave things away; no definite plan; his mother stays with him.',
      ],
    },
  ],
}
