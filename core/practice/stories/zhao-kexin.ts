import type { Story } from '#core/practice/story'

/** Quarrels at home; yesterday's note is still a draft. */
export const zhaoKexin: Story = {
  who: 'zhao-kexin',
  steps: [
    { kind: 'consent', ago: 36, at: '12:38', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 36,
      at: '12:40',
      minutes: 32,
      source: 'self',
      problem: 'family-conflict',
      request: ['和妈妈为手机吵架，不想回家。', 'Quarrels with her mother over the phone; does not want to go home.'],
      note: {
        state: ['语速快，说着说着哭了，递纸巾后平复。', 'Fast speech, began to cry, calmed after a tissue.'],
        problem: [
          '母亲翻看聊天记录，她把房门反锁，僵了四天。',
          'Her mother read her chats; she locked her door; four days of silence.',
        ],
        assessment: [
          '吃睡正常，上课正常；没有伤害自己或离家的打算。',
          'Eats, sleeps and learns as usual; no intention to hurt herself or to leave home.',
        ],
        measures: [
          '听她说完整件事，再换到母亲的椅子上说一遍。',
          'Heard the whole story, then had her tell it from her mother’s chair.',
        ],
        effect: ['换椅子后笑了，说“她可能也怕”。', 'Laughed after changing chairs: “Perhaps she is afraid too.”'],
        quotes: ['“她说是为我好，可她没敲门。”', '“She says it is for my good, but she did not knock.”'],
        homework: ['给妈妈写一张纸条，只写一件事。', 'A slip of paper for her mother, one thing only.'],
      },
    },
    {
      kind: 'visit',
      ago: 15,
      at: '12:40',
      minutes: 35,
      problem: 'family-conflict',
      request: ['纸条之后。', 'After the slip of paper.'],
      note: {
        state: ['轻松，带来了纸条的回信。', 'At ease; brought the answer to her slip.'],
        problem: [
          '母亲回了两行字。约定九点后手机放客厅，聊天记录不再翻看，试行两周。',
          'Her mother answered in two lines. Phone in the living room after nine, chats no longer read; two weeks on trial.',
        ],
        measures: ['练习“我觉得……因为……我希望……”的说法。', 'Practised “I feel … because … I wish …”.'],
        effect: ['一周内只争执一次，半小时后和好。', 'One quarrel in a week, made up within half an hour.'],
        next: ['三周后看看约定。', 'Look at the agreement in three weeks.'],
      },
    },
    {
      kind: 'visit',
      ago: 1,
      at: '17:25',
      minutes: 41,
      problem: 'family-conflict',
      others: ['study-pressure'],
      request: ['约定松动了，想再谈谈。', 'The agreement is slipping; wants to talk.'],
      left: 'draft',
      note: {
        state: ['进门叹了口气，坐下后自己倒水。', 'Sighed at the door, poured herself water.'],
        problem: [
          '月考后母亲收走手机，她觉得约定作废，两天没说话。',
          'After the test her mother took the phone; she feels the agreement is void; two days without a word.',
        ],
        assessment: [
          '情绪比首次来访平稳，能分清“生气”和“难过”。',
          'Steadier than the first time; tells anger from sadness.',
        ],
        quotes: ['“我不是要手机，我是要她说话算数。”', '“It is not the phone. I want her to keep her word.”'],
      },
    },
  ],
}
