/** Words of the papers that are signed, and of what is printed of an attachment. */
export const zh = {
  copies: { room: '第一份 · 辅导室存', student: '第二份 · 来访者存' },
  version: '（文本版本：{{version}}）',
  agreed: { focus: '工作重点', goals: '目标', method: '方法' },
  media: '方式',
  uses: '用途',
  until: '范围与期限',
  ticks: { sound: '录音', video: '录像', supervision: '督导', own: '老师回顾自己的工作', training: '教学' },
  statement: {
    confidentiality: '双方已阅读并理解以上内容，愿意共同遵守。',
    agreement: '以上由双方商量确定，愿意共同遵守。',
    recording: '我已了解以上内容，同意按勾选的方式和用途录音或录像。',
  },
  student: '学生（签名）',
  guardian: '监护人（签名）及与学生关系',
  counselor: '辅导老师（签名）',
  attached: '附件：{{name}}',
  of: '学生：{{student}}',
}

export const en: typeof zh = {
  copies: { room: 'First copy · kept in the room', student: 'Second copy · for the student' },
  version: '(Version of this text: {{version}})',
  agreed: { focus: 'What we work on', goals: 'Goals', method: 'Method' },
  media: 'How',
  uses: 'What for',
  until: 'Limits, how long',
  ticks: {
    sound: 'Sound',
    video: 'Video',
    supervision: 'Supervision',
    own: 'The counselor looks at her own work',
    training: 'Teaching',
  },
  statement: {
    confidentiality: 'Both sides have read and understood the above and will keep to it.',
    agreement: 'The above was talked over and agreed by both sides, who will keep to it.',
    recording: 'I have understood the above and agree to be recorded in the ways and for the purposes ticked.',
  },
  student: 'Student (signature)',
  guardian: 'Guardian (signature, relation)',
  counselor: 'Counselor (signature)',
  attached: 'Attachment: {{name}}',
  of: 'Student: {{student}}',
}
