export const zh = {
  title: '私密过程记录',
  onlyMe: '只有我能看',
  warning: '只封给你自己的密码：忘记密码后无法再打开。不打印、不导出，交接时不移交。',
  hint: '自己的感受、猜想、要带去督导的问题。学生的安全信息请写进正式记录。',
  sealing: '正在封存…',
  sealedAt: '已封存 {{time}}',
  failures: {
    storage: '记录文件写不进去，可能是磁盘满了。文字还在这一页，程序会一直重试。',
    other: '还没能封存。文字还在这一页，程序会一直重试。',
    stopped: '现在封存不了。请先抄到别处，再重新打开这一页。',
  },
  failed: '没能取出私密过程记录。',
  empty: '还没有写过。',
  add: '写一条',
  earlier: '以前写的',
  leftBehind: '这次来访的正式记录已移到另一位学生的档案。',
  follow: '把这条也移过去',
  followFailed: '没能移过去，还在这里。',
  otherKey: '用旧密码的密钥封存，打不开',
}

export const en: typeof zh = {
  title: 'Private process notes',
  onlyMe: 'for me only',
  warning:
    'Sealed with your own password: if you forget it, they can never be opened. Not printed, not exported, not handed over.',
  hint: 'What you felt, what you wonder, what you bring to supervision. What concerns safety belongs in the record.',
  sealing: 'Sealing…',
  sealedAt: 'Sealed {{time}}',
  failures: {
    storage: 'It cannot be written; the disk may be full. The text is on this page, and the program keeps trying.',
    other: 'Not sealed yet. The text is on this page, and the program keeps trying.',
    stopped: 'It cannot be sealed now. Copy the text elsewhere first, then open this page again.',
  },
  failed: 'The private process notes could not be read.',
  empty: 'Nothing written yet.',
  add: 'Write one',
  earlier: 'Written before',
  leftBehind: 'The note of this visit has gone to another student’s file.',
  follow: 'Move this one there, too',
  followFailed: 'It could not be moved and is still here.',
  otherKey: 'sealed with a former password, cannot be opened',
}
