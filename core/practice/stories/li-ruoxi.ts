import type { Story } from '#core/practice/story'

/** A first-year boarder who is left out when groups are made. */
export const liRuoxi: Story = {
  who: 'li-ruoxi',
  steps: [
    { kind: 'consent', ago: 29, at: '17:20', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 29,
      at: '17:25',
      minutes: 42,
      source: 'class-teacher',
      problem: 'peers',
      others: ['boarding-life'],
      request: [
        '班主任转来：开学后常一个人吃饭，课间留在座位上，上周哭过两次。',
        'Sent by the class teacher: eats alone since term began, stays at her desk in breaks, cried twice last week.',
      ],
      note: {
        state: [
          '由班主任陪同前来。坐在靠门的椅子边缘，书包一直抱在身前，前十分钟低头回答，声音很轻；说到家里的猫时抬头笑了一下。',
          'Came with her class teacher. Sat on the edge of the chair by the door, schoolbag held in front; answered softly with her head down for ten minutes; looked up and smiled when she spoke of the cat at home.',
        ],
        problem: [
          '开学八周，还没有可以一起吃饭的同伴。小学的好友去了别的学校。体育课和实验课分组时，两次被留到最后。',
          'Eight weeks into school and nobody to eat with. Her friends from primary school went elsewhere. Twice she was the last one left when groups were made in PE and in the lab.',
        ],
        assessment: [
          '饮食、睡眠尚可，成绩中上，作业按时。问及伤害自己的念头：回答没有。支持来源：母亲每晚通话，外婆。',
          'Eats and sleeps fairly well, good marks, homework on time. Asked about thoughts of hurting herself: none. Support: her mother calls every evening; her grandmother.',
        ],
        analysis: [
          '她很在意别人是否欢迎自己，遇到分组时先低头等待，同学可能看作“不想一起”。尚未和任何同学核对过。',
          'She cares a great deal about being welcome and looks down and waits when groups are made, which others may read as not wanting to join. She has not asked anyone.',
        ],
        measures: [
          '说明保密原则及其例外，她复述了一遍。画“我身边的人”关系图，从远到近放了九个名字。',
          'Explained confidentiality and its limits; she put them in her own words. Drew a map of the people around her and placed nine names from far to near.',
        ],
        effect: [
          '离开时愿意再来，自己选了下周同一时间。',
          'Was willing to come again and chose the same time next week herself.',
        ],
        quotes: [
          '“我也不是没有朋友，只是她们都不在这里。”',
          '“It is not that I have no friends. They are just not here.”',
        ],
        homework: [
          '观察一周：哪一次和同学说话觉得还可以，记下是谁、在哪里。',
          'For a week, notice one talk with a classmate that felt all right: who, and where.',
        ],
        next: ['下周同一时间。', 'Same time next week.'],
      },
    },
    {
      kind: 'consent',
      ago: 27,
      at: '16:40',
      consent: 'counseling',
      signer: 'mother',
      mode: 'paper',
      scope: ['可与母亲谈出勤、睡眠', 'Attendance and sleep may be shared with her mother'],
    },
    { kind: 'consent', ago: 22, at: '17:22', consent: 'counseling', signer: 'student' },
    {
      kind: 'visit',
      ago: 22,
      at: '17:25',
      minutes: 47,
      problem: 'peers',
      others: ['sleep', 'boarding-life'],
      request: [
        '宿舍熄灯后睡不着，怕室友觉得她吵。',
        'Lies awake after lights-out and fears her roommates find her noisy.',
      ],
      note: {
        state: [
          '按时来，眼下发青，说话中打了几次哈欠。比上次愿意看着人说话。',
          'On time, dark under the eyes, yawned several times. Looks at people more than last time.',
        ],
        problem: [
          '连续两周夜里一点以后才睡着，早上不想吃饭。室友之间聊周末的安排时，她装作在看书。',
          'For two weeks asleep only after one; no appetite in the morning. When her roommates talk about the weekend she pretends to read.',
        ],
        assessment: [
          '两周入睡困难、食欲下降，上课能跟上。再次询问：没有伤害自己的念头。与她商量后把关注等级设为三级。',
          'Two weeks of poor sleep and appetite, keeps up in class. Asked again: no thoughts of hurting herself. Set the level to 3 after talking it over with her.',
        ],
        analysis: [
          '睡不着的时候反复想白天的场景，越想越清醒。',
          'Awake, she goes over the scenes of the day, and gets more awake with every turn.',
        ],
        measures: [
          '一起排出睡前一小时的安排；学了缓慢呼吸，当场做了三轮。约定把白天的事写在本子上，合上再上床。',
          'Planned the last hour before bed together; learned slow breathing, three rounds here. Agreed to write the day down and close the book before bed.',
        ],
        effect: ['做完呼吸后说“肩膀没那么紧了”。', 'After the breathing: “My shoulders are not so tight.”'],
        quotes: ['“她们笑的时候，我会想是不是在笑我。”', '“When they laugh I wonder whether they laugh at me.”'],
        homework: ['每晚睡前写三行，再做三轮呼吸。', 'Three lines and three rounds of breathing every night.'],
      },
      addendum: [
        '第二天课间遇见她，说昨晚十二点前睡着了。',
        'Met her in the break next day; she said she fell asleep before midnight.',
      ],
    },
    {
      kind: 'risk',
      ago: 22,
      at: '18:20',
      rank: 1,
      reason: [
        '自述连续两周一点后入睡，食欲下降；支持较好。',
        'Says she has slept only after one for two weeks and eats little; good support.',
      ],
    },
    {
      kind: 'visit',
      ago: 15,
      at: '12:10',
      minutes: 18,
      channel: 'phone',
      visitor: 'parent',
      problem: 'peers',
      request: [
        '与母亲通话，说明近况（可知情范围：出勤、睡眠）。',
        'Call with her mother about attendance and sleep, as agreed.',
      ],
      note: {
        state: [
          '母亲语气平和，先问孩子吃饭的情况。',
          'Her mother spoke calmly and first asked how the child was eating.',
        ],
        problem: [
          '母亲也发现周末在家睡到中午，问她“学校怎么样”只答“还行”。',
          'At home she sleeps till noon at weekends and answers “fine” about school.',
        ],
        measures: [
          '在约定范围内说明出勤和睡眠。建议每晚通话先聊一件小事，不追问成绩。',
          'Shared attendance and sleep as agreed. Suggested starting the evening call with some small thing, not with marks.',
        ],
        effect: ['母亲愿意试一周，约下下周再联系。', 'She will try for a week; next call in two weeks.'],
      },
    },
    {
      kind: 'visit',
      ago: 7,
      at: '12:10',
      minutes: 48,
      problem: 'peers',
      request: ['目标：每周主动邀约一次。', 'Goal: ask somebody along once a week.'],
      note: {
        state: ['进门先打招呼，把书包放在了地上。', 'Said hello first and put her schoolbag on the floor.'],
        problem: [
          '周三鼓起勇气问同桌能不能一起去食堂，同桌说“好啊”，一路都在聊动画。',
          'On Wednesday she dared to ask the girl beside her to go to lunch; “Sure,” and they talked about cartoons all the way.',
        ],
        assessment: [
          '入睡提前到十二点左右，早饭能吃一半。否认伤害自己的念头。',
          'Asleep around midnight, eats half her breakfast. Denies thoughts of hurting herself.',
        ],
        analysis: [
          '一次成功的邀约松动了“没有人想和我一起”的想法。',
          'One invitation that worked has loosened “nobody wants to be with me”.',
        ],
        measures: [
          '用量尺看目标进展（2/4 到 3/4）；角色扮演被拒绝时怎么接话。',
          'Scaled the goal (2 of 4 to 3 of 4); role-played what to say when someone declines.',
        ],
        effect: [
          '自己提出下周再邀请一次，对象换一个人。',
          'She proposed to ask again next week, somebody else this time.',
        ],
        quotes: ['“原来她也在等别人先开口。”', '“She had been waiting for someone to speak first, too.”'],
        homework: ['写下三个可以说话的人。', 'Write down three people she can talk to.'],
        next: ['下周同一时间，谈宿舍。', 'Same time next week, about the dormitory.'],
      },
    },
    {
      kind: 'booking',
      ago: 0,
      at: '12:10',
      minutes: 30,
      became: 'arrived',
      problem: 'peers',
      request: ['谈宿舍里的相处。', 'About getting along in the dormitory.'],
      note: {
        state: [
          '比上次放松，主动坐近；谈到宿舍时语速变快。',
          'More at ease than last time, sat closer; spoke faster about the dormitory.',
        ],
        problem: [
          '周二实验课分组，前桌两人没有叫她，她去了图书馆。',
          'On Tuesday the two girls in front did not ask her to join in the lab, and she went to the library.',
        ],
        assessment: [
          '本周三次独自午餐（上周五次）；睡眠十二点前；否认自伤念头。',
          'Lunch alone three times this week (five last week); asleep before midnight; denies thoughts of self-harm.',
        ],
        analysis: [
          '把“没有叫我”理解为“讨厌我”，尚未核对；有一位可信任的室友。',
          'Takes “did not ask me” as “dislikes me”, not yet checked; there is one roommate she trusts.',
        ],
        measures: [
          '角色扮演“问一句可以一起吗”；一起列出三个可以说话的人。',
          'Role play: asking “May I join?”; listed three people to talk to.',
        ],
        quotes: [
          '“她们分组的时候又没有叫我，我就去图书馆了。”',
          '“They did not ask me again when the groups were made, so I went to the library.”',
        ],
      },
    },
    {
      kind: 'booking',
      ago: -7,
      at: '12:10',
      problem: 'peers',
      request: ['看看目标走到哪里了。', 'See how far the goal has come.'],
    },
  ],
}
