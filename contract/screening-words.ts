import type { Language } from '#contract/vault'

/** Words of the files that a screening round leaves in. They stand alone so that the window can use them. */
const zh = {
  seenOn: '面谈日期',
  outcome: '面谈结果',
  results: '测评结果',
  summary: '普查汇总',
  back: '回填',
  scope: '范围',
  whole: '全校',
  columns: {
    due: '应测',
    done: '实测',
    coverage: '覆盖率（%）',
    flagged: '需关注',
    seen: '已面谈',
    falseAlarm: '误报',
    mean: '平均分',
  },
  hidden: '人数少于 {{n}} 的，以及据以可推算出它们的数字，显示为“—”。',
  counting: '覆盖率 = 实测 ÷（应测 − 免测）。平均分不含无效答卷和无法计分的答卷。仅供参考，不作诊断证明。',
  practice: '（练习，非真实记录）',
}
const en: typeof zh = {
  seenOn: 'Talk on',
  outcome: 'Outcome of the talk',
  results: 'Results',
  summary: 'Screening summary',
  back: 'returned',
  scope: 'Scope',
  whole: 'Whole school',
  columns: {
    due: 'Due',
    done: 'Done',
    coverage: 'Coverage (%)',
    flagged: 'Flagged',
    seen: 'Seen',
    falseAlarm: 'False alarm',
    mean: 'Mean',
  },
  hidden: 'Numbers below {{n}}, and those from which they could be worked out, are shown as “—”.',
  counting:
    'Coverage = done ÷ (due − excused). The mean leaves out sheets that are void or have no score. A hint only, no proof of a diagnosis.',
  practice: '(practice, not a real record)',
}

export const screeningWords = (language: Language): typeof zh => (language === 'zh' ? zh : en)
