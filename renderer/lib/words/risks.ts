export const zh = {
  title: '关注等级',
  level: '等级',
  now: '现在：{{label}}，{{time}} {{name}}。{{reason}}',
  none: '还没有定过等级。',
  current: '现在',
  reason: '依据',
  reasonHint: '看到、听到了什么；由谁转述；没有问到的也写明',
  lacksLevel: '还差：选一个等级',
  lacksReason: '还差：依据',
  set: '确定',
  failed: '没能记下等级。',
  history: '以前',
}

export const en: typeof zh = {
  title: 'Concern level',
  level: 'Level',
  now: 'Now: {{label}}, {{time}}, {{name}}. {{reason}}',
  none: 'No level has been set yet.',
  current: 'now',
  reason: 'Why',
  reasonHint: 'What was seen or heard, and from whom; what could not be asked',
  lacksLevel: 'Still to do: choose a level',
  lacksReason: 'Still to do: say why',
  set: 'Set',
  failed: 'The level could not be recorded.',
  history: 'Before',
}
