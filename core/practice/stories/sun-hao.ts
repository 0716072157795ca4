import type { Story } from '#core/practice/story'

/** A crisis in the autumn that ended well: seen by a doctor, back at school, looked after. */
export const sunHao: Story = {
  who: 'sun-hao',
  steps: [
    { kind: 'consent', ago: 54, at: '12:08', consent: 'notice', signer: 'student' },
    {
      kind: 'visit',
      ago: 54,
      at: '12:10',
      minutes: 36,
      source: 'subject-teacher',
      problem: 'anger',
      others: ['family-conflict'],
      request: [
        '语文老师转来：作文里写“砸了算了”，课上摔了书。',
        'Sent by the Chinese teacher: wrote “smash it all”, threw a book in class.',
      ],
      note: {
        state: ['手背有擦伤，说是捶墙。坐得很靠后。', 'Grazed knuckles, says he hit a wall. Sat far back.'],
        problem: [
          '父母近期分居，他跟着父亲；父亲晚归，家里常常一个人。',
          'His parents live apart now; he is with his father, who comes home late.',
        ],
        assessment: [
          '生气时捶墙三次。询问：没有伤害别人的打算；对自己“有时候恨不得”。',
          'Hit the wall three times in anger. Asked: no intent to hurt others; toward himself “sometimes I could”.',
        ],
        measures: ['画情绪温度计，找出六十度时能做的事。', 'Drew a thermometer of anger; what to do at sixty degrees.'],
        effect: ['答应先来这里坐一坐再说。', 'Promised to come and sit here first.'],
        quotes: ['“墙又不会难过。”', '“The wall does not mind.”'],
      },
    },
    {
      kind: 'risk',
      ago: 54,
      at: '13:10',
      rank: 1,
      reason: ['生气时捶墙；父母分居，晚间独处。', 'Hits walls in anger; parents apart, evenings alone.'],
    },
    {
      kind: 'crisis',
      ago: 40,
      at: '16:22',
      rank: 3,
      fields: {
        reporter: ['同班同学', 'A classmate'],
        place: ['校医室', 'School infirmary'],
        foundHow: [
          '同学收到他发来的告别短信，马上来报告，十分钟后在操场看台找到。',
          'A classmate reported a farewell message; found on the stand of the sports field ten minutes later.',
        ],
        signs: [
          '写了告别短信，收集了家里的药片带在身上（未服用）；说“今晚”。左前臂旧划痕两道。',
          'Wrote a farewell message, carried tablets from home (not taken); said “tonight”. Two old scratches on the left forearm.',
        ],
        rankReason: ['有计划、有准备、有时间。', 'A plan, means and a time.'],
        guardianAnswer: [
          '父母均到校，签收危机通知书，同意当晚陪同就诊。',
          'Both parents came, signed the notice and agreed to go to hospital with him that evening.',
        ],
        reportedTo: ['德育处赵主任 16:35；校长 16:50', 'Mr Zhao, student affairs, 16:35; principal 16:50'],
        counselorOpinion: [
          '需立即由专科评估；返校需复课评估；返校后每周见面。',
          'Needs a specialist now; assessment before return; weekly meetings after that.',
        ],
      },
      entries: [
        {
          at: '16:25',
          step: 'accompanied',
          text: [
            '在看台找到，陪他坐下，一起走到校医室。',
            'Found on the stand, sat with him, walked to the infirmary together.',
          ],
        },
        {
          at: '16:31',
          step: 'means-removed',
          text: ['药片交校医封存，书包经本人同意检查。', 'Tablets sealed by the doctor; bag checked with his consent.'],
        },
        {
          at: '16:35',
          step: 'leader-told',
          text: ['当面报告德育处赵主任。', 'Told Mr Zhao of student affairs in person.'],
        },
        {
          at: '16:41',
          step: 'guardian-reached',
          text: ['父亲、母亲先后接通，都在路上。', 'Reached his father, then his mother; both on the way.'],
        },
        {
          at: '17:05',
          step: 'risk-assessed',
          text: ['谈了四十分钟，他愿意去医院。', 'Talked for forty minutes; he is willing to go to hospital.'],
        },
        {
          at: '17:30',
          step: 'guardian-handover',
          text: ['父母到校，当面交接并签字。', 'Both parents here; handed over and signed.'],
        },
        {
          at: '18:10',
          step: 'sent-to-care',
          text: [
            '校医与父母陪同前往市精神卫生中心急诊。',
            'To the emergency room of the city center with his parents and the doctor.',
          ],
        },
        {
          at: '18:20',
          step: 'mandatory-report',
          text: ['核对：未发现侵害、欺凌情形。', 'Checked: no sign of abuse or bullying.'],
        },
      ],
      closed: {
        ago: 26,
        at: '16:00',
        outcome: 'in-care',
        note: [
          '就诊后住院观察一周，已出院，复课评估会通过，转为每周辅导。',
          'A week in hospital, discharged, return meeting held; weekly counseling from now on.',
        ],
      },
    },
    {
      kind: 'risk',
      ago: 40,
      at: '17:10',
      rank: 3,
      reason: ['有具体计划和准备，监护人陪同就诊。', 'A definite plan and means; parents take him to hospital.'],
    },
    {
      kind: 'referral',
      ago: 40,
      at: '17:40',
      way: 'outside',
      urgency: 'urgent',
      reason: [
        '写告别短信，携带药片，说“今晚”；左前臂有旧划痕。',
        'Wrote a farewell message, carried tablets, said “tonight”; old scratches on the left forearm.',
      ],
      doneSoFar: ['个别辅导一次，现场陪伴与评估。', 'One session; stayed with him and assessed.'],
      options: [
        ['市精神卫生中心急诊', 'Emergency room, City Mental Health Center'],
        ['市第一医院急诊', 'Emergency room, First City Hospital'],
      ],
      choice: ['市精神卫生中心急诊', 'Emergency room, City Mental Health Center'],
      institutionKind: 'psychiatric',
      institution: ['市精神卫生中心', 'City Mental Health Center'],
      department: ['急诊', 'Emergency room'],
      clientView: ['愿意去，希望妈妈陪。', 'Willing; wants his mother to come.'],
      guardianAnswer: 'agrees',
      guardianWords: ['父亲：“我们一起去。”', 'Father: “We all go.”'],
      dueAfter: 7,
      slip: {
        ago: 29,
        advice: ['medication', 'follow-up', 'counseling'],
        broughtBy: ['母亲', 'His mother'],
        words: [
          '病历摘要（医院原话）：建议继续服药，两周复诊，可返校，学校配合观察。',
          'Hospital’s words: continue the medicine, check in two weeks, may return to school, school to keep an eye.',
        ],
        nextCheckAgo: -5,
      },
    },
    {
      kind: 'consent',
      ago: 26,
      at: '15:30',
      consent: 'counseling',
      signer: 'mother',
      mode: 'paper',
      scope: ['可与接诊医生、班主任沟通复课安排', 'Return to school may be discussed with doctor and class teacher'],
    },
    {
      kind: 'visit',
      ago: 25,
      at: '17:25',
      minutes: 35,
      problem: 'suicide-risk',
      others: ['divorce'],
      request: ['返校第一次见面。', 'First meeting after his return.'],
      note: {
        state: ['瘦了一些，愿意对视。手背没有新伤。', 'Thinner, meets my eyes. No new wounds.'],
        problem: ['担心同学问他去了哪里。', 'Worried what to say when classmates ask where he was.'],
        assessment: [
          '没有当下的计划；药由母亲保管。安全计划更新。',
          'No present plan; his mother keeps the medicine. Safety plan updated.',
        ],
        measures: [
          '一起想好一句回答：“身体不舒服，休息了一阵。”',
          'Found an answer together: “I was unwell and took a rest.”',
        ],
        effect: ['说出来试了三遍，笑了。', 'Said it three times and laughed.'],
        quotes: [
          '“医院的窗户只能开一条缝，我妈就坐在缝旁边。”',
          '“The window opened a crack, and Mum sat beside the crack.”',
        ],
      },
    },
    {
      kind: 'risk',
      ago: 25,
      at: '18:10',
      rank: 2,
      reason: [
        '出院返校，无当下计划，药物由母亲保管，每周辅导。',
        'Back at school, no present plan, mother keeps the medicine, weekly counseling.',
      ],
    },
    {
      kind: 'visit',
      ago: 11,
      at: '17:25',
      minutes: 44,
      problem: 'divorce',
      others: ['anger'],
      request: ['父母谈好了周末的安排。', 'His parents agreed on the weekends.'],
      note: {
        state: ['进门先说“今天没捶墙”。', '“No wall today,” he said at the door.'],
        problem: [
          '周末轮流住，父亲调了班，晚上八点前到家。',
          'Weekends in turn; his father changed shifts and is home by eight.',
        ],
        assessment: [
          '睡眠七小时，按时复诊。没有自伤念头。',
          'Seven hours of sleep, keeps his appointments. No thoughts of self-harm.',
        ],
        measures: [
          '情绪温度计回看；把“六十度”的办法从一个变成四个。',
          'Looked at the thermometer again; one thing to do at sixty degrees became four.',
        ],
        effect: ['这两周一次没有捶墙。', 'Not a single wall in two weeks.'],
        quotes: ['“我爸会煮面了，有点咸。”', '“Dad can cook noodles now. A bit salty.”'],
      },
    },
  ],
}
