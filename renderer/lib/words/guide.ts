export const zh = {
  title: '使用手册',
  close: '收起',
  search: '在手册里找',
  searchHint: '在手册里找（Ctrl F）',
  contents: '目录',
  nothing: '手册里没有这几个字。',
  nothingHint: '换一个说法，或删几个字再找。',
}

export const en: typeof zh = {
  title: 'Guide',
  close: 'Close',
  search: 'Search the guide',
  searchHint: 'Search (Ctrl F)',
  contents: 'Contents',
  nothing: 'The guide does not have these words.',
  nothingHint: 'Try others, or fewer letters.',
}
