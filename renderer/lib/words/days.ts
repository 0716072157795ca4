export const zh = {
  title: '咨询师日志',
  range: '{{from}}至{{to}}',
  listFailed: '没能取出日志。',
  none: '这段时间没有存下的日志。',
  noneHint: '下班前在“今日”点“今日小结”，核对以后存为当天的日志，会排在这里。',
  open: '看日志',
}

export const en: typeof zh = {
  title: 'Daily logs',
  range: '{{from}} to {{to}}',
  listFailed: 'The logs could not be read.',
  none: 'No log was kept in this time.',
  noneHint: 'Before going home choose “Close the day” on Today; once you keep it, the log of the day stands here.',
  open: 'See the log',
}
