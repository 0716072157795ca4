export const zh = {
  print: '打印',
  back: '返回',
  layingOut: '正在排版…',
  sheets: '共 {{n}} 页，纸上与这里完全一样',
  sent: '已送去打印，操作日志里留了一行。',
  notRecorded: '已送去打印，但没能写进操作日志，请再试一次。',
  rare: '这些字本程序自带的字体里没有，打印前请看清是否显示正常：{{characters}}',
  growthLeftOut: '这张纸上没有：{{n}} 条不外传的记录，也没有来访和测验。',
}

export const en: typeof zh = {
  print: 'Print',
  back: 'Back',
  layingOut: 'Laying out…',
  sheets: '{{n}} {{n, noun(one: page; other: pages)}}, on paper exactly as here',
  sent: 'Sent to the printer; the activity log has a line about it.',
  notRecorded: 'Sent to the printer, but the activity log could not be written; please try again.',
  rare: 'Our fonts do not have these characters; please look at them before you print: {{characters}}',
  growthLeftOut: 'Left out of this paper: {{n}} entries that are kept, and every visit and test.',
}
